/*
 * What the parts share: asking the server, times, and elements in the looks of Cockpit. Text is always text: nothing that comes from the server becomes
 * markup.
 */
import { element, reasonOf, root } from '../../tasklist/handover/page.js';

export { element, root };

/**
 * @param {string} address with the host
 * @returns {Promise<Object>} what it answers
 * @throws {Error} whose message can be shown to people
 */
export async function json(address) {
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json, application/problem+json' } });
  } catch {
    throw new Error('The server cannot be reached. Check your connection, then try again.');
  }
  const body = await response.text();
  if (!response.ok || response.redirected) {
    throw new Error(reasonOf(response.redirected ? 401 : response.status, body));
  }
  return JSON.parse(body);
}

const SHOWN = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZoneName: 'short'
});

/** A moment in the zone of the browser, which is named. */
export function moment(iso) {
  return element('time', { datetime: iso, title: iso }, SHOWN.format(new Date(iso)));
}

/** How long it is between two moments, in its two largest parts: 3 days 4 hours. */
export function length(from, to) {
  const minutes = Math.max(0, Math.round((new Date(to) - new Date(from)) / 60_000));
  const parts = [[Math.floor(minutes / 1440), 'day'], [Math.floor(minutes / 60) % 24, 'hour'], [minutes % 60, 'minute']]
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => count + ' ' + unit + (count === 1 ? '' : 's'));
  return parts.length ? parts.join(' ') : 'less than a minute';
}

/** @param {Array<Array<Node|string>>} rows cells of each row; the first cell names it */
export function table(caption, heads, rows) {
  return element('table', { class: 'cam-table handover-table' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col' }, head)))),
    element('tbody', {}, ...rows.map(([first, ...others]) =>
      element('tr', {}, element('th', { scope: 'row' }, first), ...others.map(cell => element('td', {}, cell))))));
}

export function waiting(words) {
  return element('p', { class: 'handover-quiet', role: 'status' }, words);
}

/** Says what went wrong, and offers to try again. */
export function trouble(error, again) {
  const button = element('button', { type: 'button', class: 'btn btn-default' }, 'Try again');
  button.addEventListener('click', again);
  return element('div', { class: 'alert alert-danger', role: 'alert' }, element('p', {}, error.message), button);
}
