import type { Inbox, Summary } from './inbox.js';

type Message = NonNullable<Awaited<ReturnType<Inbox['get']>>>;

/** Makes text safe inside HTML and attributes. */
export const escape = (text: string | null | undefined): string =>
  (text ?? '').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);

const style = `
body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1a1a1a;background:#fff}
a{color:#0b4f9e}h1{font-size:1.3rem;overflow-wrap:anywhere}ul{list-style:none;padding:0;margin:0}
li{border-bottom:1px solid #ccc;padding:.6rem 0;overflow-wrap:anywhere}small{color:#555;display:block}
form{display:flex;gap:.5rem;flex-wrap:wrap}input{flex:1 1 12rem;font:inherit;padding:.4rem}button{font:inherit;padding:.4rem .8rem}
iframe{width:100%;height:70vh;border:1px solid #ccc}dl{overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .3rem}
@media (prefers-color-scheme:dark){body{color:#eee;background:#181818}a{color:#8bbcff}small{color:#aaa}iframe{background:#fff}}`;

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)}</title><style>${style}</style><body>${body}</body></html>`;

const at = (iso: string): string =>
  new Date(iso).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'medium' });

export function listPage(count: number, messages: Summary[], q: string): string {
  const rows = messages.map(
    ({ id, subject, envelope, receivedAt }) =>
      `<li><a href="/m/${id}">${escape(subject || '(không có tiêu đề)')}</a><small>Đến ${escape(envelope.to.join(', '))}, lúc ${at(receivedAt)}</small></li>`,
  );
  return page(
    'Hộp thư thử',
    `<h1>Hộp thư thử: ${count} thư</h1><p>Mọi thư hệ thống gửi đều dừng ở đây, không ra khỏi máy này.</p>
<form><input name="q" value="${escape(q)}" aria-label="Tìm thư" placeholder="Tìm trong tiêu đề và nội dung"><button>Tìm</button></form>
<ul>${rows.join('') || '<li>Chưa có thư nào.</li>'}</ul>${messages.length < count && !q ? `<p>Hiện ${messages.length} thư mới nhất.</p>` : ''}`,
  );
}

export function messagePage(message: Message): string {
  const headers = message.headers.map(({ key, value }) => `<dt>${escape(key)}</dt><dd>${escape(value)}</dd>`).join('');
  const files = message.attachments.map(({ filename, size }) => `<p>Đính kèm: ${escape(filename)} (${size} byte)</p>`);
  return page(
    message.subject,
    `<p><a href="/">Hộp thư</a> · <a href="/m/${message.id}/raw">Nguồn thư</a></p><h1>${escape(message.subject)}</h1>
<p>Từ ${escape(message.envelope.from)} đến ${escape(message.envelope.to.join(', '))}<small>${at(message.receivedAt)}</small></p>
${files.join('')}<iframe sandbox src="/m/${message.id}/body" title="Nội dung thư"></iframe>
<details><summary>Toàn bộ tiêu đề kỹ thuật (${message.headers.length})</summary><dl>${headers}</dl></details>`,
  );
}

export const bodyPage = (message: Message): string =>
  message.html ??
  `<!doctype html><meta charset="utf-8"><pre style="white-space:pre-wrap;font:inherit">${escape(message.text)}</pre>`;

export const missingPage = (): string =>
  page('Không có thư này', '<h1>Không có thư này</h1><p><a href="/">Hộp thư</a></p>');
