import Handlebars from 'handlebars';
import { oneLine, say, type Language, type MessageCode, type MessageData } from '#libs/domain';
import { framed, NOTICE, NOTE, type PageNote } from './link-frame.js';
import type { OpenPreferences } from './preference-desk.js';

/** Where the console keeps them, for whoever signs in. */
export const CONSOLE_PREFERENCES = '/thong-bao/tuy-chon';

const FORM = Handlebars.compile(
  `<h1>{{words.heading}}</h1>${NOTE}
<form method="post" action="/viec/tuy-chon"><input type="hidden" name="thu" value="{{token}}"><input type="hidden" name="banCu" value="{{revision}}">
<label>{{words.hour}}<select name="gio">{{#each hours}}<option{{#if chosen}} selected{{/if}}>{{hour}}</option>{{/each}}</select></label>
<fieldset><legend>{{words.frequency}}</legend>{{#each frequencies}}<label class="one"><input type="radio" name="nhip" value="{{id}}"{{#if chosen}} checked{{/if}}> {{text}}</label>{{/each}}</fieldset>
<p class="small">{{words.floor}}</p><button>{{words.save}}</button></form>
<p class="small">{{words.reader}}</p><p><a href="${CONSOLE_PREFERENCES}">{{words.open}}</a></p>`,
  { strict: true },
);

/** What the reader of a mail chose, and may choose. */
export function preferenceForm({ token, reader, view }: OpenPreferences, note: PageNote | null): string {
  const { language } = reader;
  const words = (code: MessageCode, data: MessageData = {}): string => say(code, data, language);
  const heading = words('link.preferences.heading');
  const body = FORM({
    note: note ?? false,
    token,
    revision: view.revision,
    hours: hoursOf(view).map((hour) => ({ hour, chosen: hour === view.digestAt })),
    frequencies: view.frequencies.map(({ id }) => ({
      id,
      text: words(`frequency.${id}`),
      chosen: id === view.frequency,
    })),
    words: {
      heading,
      hour: words('link.preferences.hour'),
      frequency: words('link.preferences.frequency'),
      floor: words('preference-floor'),
      save: words('link.preferences.save'),
      reader: words('link.preferences.reader', { name: oneLine(reader.name) }),
      open: words('link.preferences.open'),
    },
  });
  return framed(language, heading, body);
}

/** Where `List-Unsubscribe` leads: reminders do not end by it, and it says so. In both languages, for it knows nobody. */
export function preferencesPage(): string {
  const part = (language: Language): string =>
    NOTICE({
      heading: say('link.preferences.heading', {}, language),
      text: say('link.preferences.text', {}, language),
      link: CONSOLE_PREFERENCES,
      label: say('link.preferences.open', {}, language),
    });
  return framed('vi', say('link.preferences.heading'), `${part('vi')}<div lang="en">${part('en')}</div>`);
}

/** Every hour that may be chosen, `HH:mm`. */
function hoursOf({ earliest, latest, stepMinutes }: OpenPreferences['view']): string[] {
  const minutes = (hour: string): number => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
  const count = Math.floor((minutes(latest) - minutes(earliest)) / stepMinutes) + 1;
  return Array.from({ length: count }, (_, n) => {
    const at = minutes(earliest) + n * stepMinutes;
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
  });
}
