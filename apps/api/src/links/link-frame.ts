import Handlebars from 'handlebars';
import { say, type Language } from '#libs/domain';

/** What a page is to say above the work: done, or why not. */
export interface PageNote {
  heading?: string;
  text: string;
  bad: boolean;
}

const STYLE = `*{box-sizing:border-box}body{margin:0;background:#f2f3f5;color:#1c1e21;font:16px/1.5 Arial,Helvetica,sans-serif}
header{background:#8a1f1f;color:#fff;padding:10px 16px;font-size:14px}main{max-width:640px;margin:0 auto;background:#fff;padding:16px 16px 24px}
h1{font-size:21px;line-height:1.3;margin:8px 0 12px;overflow-wrap:anywhere}h2{font-size:17px;margin:24px 0 6px}p{margin:0 0 12px;overflow-wrap:anywhere}
dl{margin:0 0 16px}dt{color:#55585d;font-size:14px}dd{margin:0 0 10px;overflow-wrap:anywhere}label{display:block;margin:0 0 12px}
input,textarea,select{display:block;width:100%;font:inherit;padding:8px;border:1px solid #80848a;border-radius:3px}
button{font:inherit;font-weight:bold;color:#fff;background:#0b4f9e;border:0;border-radius:3px;padding:10px 18px;min-height:44px}
a{color:#0b4f9e}fieldset{border:0;padding:0;margin:0 0 12px}legend{padding:0}.one{margin:4px 0}.one input{display:inline;width:auto}.note{border-left:4px solid #1d6b35;padding:8px 12px;background:#eef6f0}.bad{border-color:#a3231f;background:#fbefee}
.small{font-size:14px;color:#55585d}button:focus,input:focus,select:focus,textarea:focus,a:focus{outline:3px solid #f0a500;outline-offset:2px}`;

const FRAME = Handlebars.compile<{ language: Language; title: string; brand: string; body: string }>(
  `<!doctype html><html lang="{{language}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>{{title}}</title><style>${STYLE}</style></head>
<body><header>{{brand}}</header><main>{{{body}}}</main></body></html>`,
  { strict: true },
);

export const NOTICE = Handlebars.compile<{ heading: string; text: string; link: string; label: string }>(
  `<h1>{{heading}}</h1><p>{{text}}</p><p><a href="{{link}}">{{label}}</a></p>`,
  { strict: true },
);

/** A page of its own, without the console. */
export const framed = (language: Language, title: string, body: string): string =>
  FRAME({ language, title, brand: say('mail.brand', {}, language), body });

/** What is said above: done, or why not. */
export const NOTE = `{{#if note}}<div class="note{{#if note.bad}} bad{{/if}}" role="status">{{#if note.heading}}<strong>{{note.heading}}</strong><br>{{/if}}{{note.text}}</div>{{/if}}`;
