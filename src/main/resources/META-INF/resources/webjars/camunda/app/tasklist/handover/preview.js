/*
 * Lays out a text for reading: values with commas between become a table, JSON gets its lines. Everything is text, never markup.
 */
import { element } from './page.js';

const MOST_ROWS = 100;
const MOST_COLUMNS = 30;

/** @param {HTMLElement} place the element for plain text; a table takes its place @param {string} layout "table", "json" or "plain" */
export function show(place, text, layout) {
  if (layout === 'table') {
    const rows = csv(text, MOST_ROWS + 1);
    if (rows.length > 1) {
      place.replaceWith(table(rows));
      return;
    }
  }
  place.textContent = layout === 'json' ? laidOut(text) : text;
}

export function laidOut(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function table(rows) {
  const [head, ...body] = rows.map(row => row.slice(0, MOST_COLUMNS));
  const shown = body.slice(0, MOST_ROWS - 1);
  const made = element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head.map(value => element('th', { scope: 'col' }, value)))),
    element('tbody', {}, ...shown.map(row => element('tr', {}, ...row.map(value => element('td', {}, value))))),
  );
  const note = body.length > shown.length ? [element('p', { class: 'handover-note' }, 'Only the first rows are shown; download it for all.')] : [];
  return element('div', { class: 'handover-scroll', tabindex: '0', 'aria-live': 'polite' }, made, ...note);
}

/** By RFC 4180, with a comma or a semicolon between, whichever the first line has more of. */
export function csv(text, most) {
  const first = text.split('\n', 1)[0];
  const between = first.split(';').length > first.split(',').length ? ';' : ',';
  const rows = [[]];
  let value = '';
  let quoted = false;
  for (let at = 0; at < text.length && rows.length <= most; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '"' && text[at + 1] === '"') {
        value += sign;
        at += 1;
      } else if (sign === '"') {
        quoted = false;
      } else {
        value += sign;
      }
    } else if (sign === '"') {
      quoted = true;
    } else if (sign === between) {
      rows.at(-1).push(value);
      value = '';
    } else if (sign === '\n') {
      rows.at(-1).push(value);
      value = '';
      rows.push([]);
    } else if (sign !== '\r') {
      value += sign;
    }
  }
  rows.at(-1).push(value);
  return rows.filter(row => row.length > 1 || row[0]);
}
