import { fold } from '../text/fold.js';
import type { Layout } from '../text/layout.js';
import { titled } from './place-names.js';

/** "kế hoạch phát động phong trào thi đua đặc biệt": the type with what the subject launches. */
export function kindOf(layout: Layout): string | null {
  if (!layout.typeName) return null;
  const subject = fold(layout.subject?.text ?? '');
  const launch =
    /(?:tổ chức )?(?:phát động|triển khai|thực hiện|tổ chức)(?: và tổ chức| tổ chức| thực hiện)? (?:các )?(?:phong trào|đợt)(?: cao điểm)? thi đua(?: yêu nước| đặc biệt| thường xuyên| chuyên đề| cao điểm| nước rút)?/.exec(
      subject,
    );
  return launch ? `${layout.typeName} ${launch[0]}` : layout.typeName;
}

const LEAD =
  /^(?:về (?:việc )?|v\/v (?:việc )?)?(?:(?:tổ chức|phát động|triển khai|thực hiện|hưởng ứng|và|ban hành kế hoạch|tiếp tục|đẩy mạnh|sơ kết|tổng kết)[, ]+)*(?=(?:các |cao điểm )?(?:phong trào|đợt|cuộc vận động|cao điểm|giao ước|chiến dịch|chương trình|thi đua|tháng|tuần lễ|hội thi|cuộc thi))/;

/** The campaign's name: the subject without the verbs before it; a name in capitals is set in small letters. */
export function campaignNameOf(layout: Layout): string | null {
  const subject = layout.subject?.text;
  if (!subject) return null;
  const low = fold(subject);
  const next = /^sơ kết.*? (?=phát động |tiếp tục phát động )/.exec(low)?.[0].length ?? 0;
  if (next > 0) return launchedName(subject.slice(next));
  const cut = LEAD.exec(low)?.[0].length ?? 0;
  if (!/phong trào|thi đua|cuộc vận động|cao điểm|đợt|chiến dịch|tháng|hội thi|cuộc thi|giao ước/.test(low))
    return null;
  let name = subject.slice(cut).trim();
  if (name === name.toUpperCase()) name = settled(layout, name);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A review that also launches: the name is what comes after "và phát động". */
function launchedName(text: string): string {
  const name = text.slice(/^(?:tiếp tục )?phát động /.exec(fold(text))?.[0].length ?? 0).trim();
  const small = name === name.toUpperCase() ? name.toLowerCase() : name;
  return small.charAt(0).toUpperCase() + small.slice(1);
}

/** Capitals to small letters; what the running text writes with capitals keeps them. */
function settled(layout: Layout, name: string): string {
  const low = name.toLowerCase();
  return low.replace(
    /(?<=tỉnh |huyện |phường |thành phố |quận |thị trấn |thị xã |đặc khu |(?<!phong trào|thi đua|các) xã )([a-zA-ZÀ-ỹ]+ [a-zA-ZÀ-ỹ]+)/g,
    (place) => {
      const at = layout.page.low.indexOf(fold(place), layout.subject!.end);
      const seen = at < 0 ? '' : layout.page.clean.slice(at, at + place.length);
      return seen && /^\p{Lu}\p{Ll}/u.test(seen) ? seen : titled(place).length ? place : place;
    },
  );
}
