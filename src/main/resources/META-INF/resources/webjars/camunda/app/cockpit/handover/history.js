/*
 * The page "Finished go-lives": which have ended, how and when; and what happened in each.
 */
import { element, json, length, moment, root, table, trouble, waiting } from './server.js';
import { show as showWay } from './way.js';

const PAGE = 20;
const ENTRIES = 200;

const OUTCOMES = {
  HANDED_OVER: ['Handed over', 'good'],
  ROLLED_BACK: ['Rolled back', 'bad'],
  WITHDRAWN: ['Withdrawn', 'warning']
};

/** Address of the engine's REST interface, as Cockpit says. */
let engine = '';

/** @param {{api: {engineApi: string}}} data from Cockpit */
export function render(node, data) {
  engine = data.api.engineApi;
  document.title = 'Handover Cockpit | Finished go-lives';
  const list = element('div', { class: 'handover-list', 'aria-live': 'polite' });
  const text = element('input', { type: 'search', id: 'handover-text', class: 'form-control', maxlength: '200', placeholder: 'Customer, environment, title or key' });
  const outcome = element('select', { id: 'handover-outcome', class: 'form-control' },
    element('option', { value: '' }, 'Every outcome'),
    ...Object.entries(OUTCOMES).map(([phase, [words]]) => element('option', { value: phase }, words)));
  const form = element('form', { class: 'handover-search', role: 'search' },
    field('Look for', text), field('Outcome', outcome),
    element('button', { type: 'submit', class: 'btn btn-primary' }, 'Search'));
  form.addEventListener('submit', event => {
    event.preventDefault();
    load(list, { q: text.value, phase: outcome.value, page: 0 });
  });
  outcome.addEventListener('change', () => form.requestSubmit());
  node.replaceChildren(element('div', { class: 'handover-page' }, element('h1', {}, 'Finished go-lives'), form, list));
  load(list, { q: '', phase: '', page: 0 });
}

function field(label, input) {
  return element('div', {}, element('label', { for: input.id }, label), input);
}

/** The number of the newest question: an answer to an older one comes too late. */
let asked = 0;

async function load(list, query) {
  const mine = ++asked;
  list.replaceChildren(waiting('Looking …'));
  const address = new URL('api/go-lives', root);
  address.search = new URLSearchParams({ finished: 'true', size: String(PAGE), page: String(query.page), q: query.q, phase: query.phase });
  try {
    const found = await json(address.href);
    if (mine === asked) {
      list.replaceChildren(...page(list, query, found));
    }
  } catch (error) {
    if (mine === asked) {
      list.replaceChildren(trouble(error, () => load(list, query)));
    }
  }
}

function page(list, query, found) {
  if (found.total === 0) {
    return [waiting(query.q || query.phase ? 'No finished go-live is like this.' : 'No go-live has ended yet.')];
  }
  const story = element('section', { class: 'handover-story', 'aria-live': 'polite' });
  const rows = found.items.map(goLive => [opener(goLive, story), goLive.environment, badge(goLive.phase), moment(goLive.finishedAt), length(goLive.createdAt, goLive.finishedAt)]);
  return [
    table(found.total === 1 ? 'One go-live' : found.total + ' go-lives', ['Go-live', 'Environment', 'Outcome', 'Ended', 'Took'], rows),
    turns(list, query, found),
    story
  ];
}

function badge(phase) {
  const [words, tone] = OUTCOMES[phase] || [phase, 'warning'];
  return element('span', { class: 'handover-badge ' + tone }, words);
}

function opener(goLive, story) {
  const button = element('button', { type: 'button', class: 'btn-link handover-open' }, goLive.customer);
  button.addEventListener('click', () => tell(goLive, story));
  return element('span', {}, button, ' ', element('code', {}, goLive.key));
}

function turns(list, query, found) {
  const last = Math.max(0, Math.ceil(found.total / found.size) - 1);
  const turn = (words, to, possible) => {
    const button = element('button', { type: 'button', class: 'btn btn-default' }, words);
    button.disabled = !possible;
    button.addEventListener('click', () => load(list, { ...query, page: to }));
    return button;
  };
  return last === 0
    ? ''
    : element('nav', { class: 'handover-turns', 'aria-label': 'Pages' },
        turn('Earlier page', found.page - 1, found.page > 0),
        element('span', {}, 'Page ' + (found.page + 1) + ' of ' + (last + 1)),
        turn('Next page', found.page + 1, found.page < last));
}

/** What happened in a go-live, from its audit log. */
async function tell(goLive, story) {
  const key = encodeURIComponent(goLive.key);
  const heading = element('h2', { tabindex: '-1' }, goLive.customer + ' ' + goLive.environment);
  const entries = element('ol', { class: 'handover-entries' });
  const more = element('div', {});
  const way = element('div', {});
  story.replaceChildren(
    heading,
    element('p', {}, goLive.title + ' – ',
      element('a', { href: root + 'go-lives/' + key }, 'Page of the go-live'), ' · ',
      element('a', { href: root + 'api/go-lives/' + key + '/report' }, 'Report')),
    way,
    element('h3', {}, 'What happened'),
    entries, more);
  heading.focus();
  showWay(way, engine, goLive.key);
  await addEntries(root + 'api/go-lives/' + key + '/audit', 0, entries, more);
}

async function addEntries(address, page, entries, more) {
  more.replaceChildren(waiting('Reading what happened …'));
  try {
    const log = await json(address + '?size=' + ENTRIES + '&page=' + page);
    entries.append(...log.items.map(entry));
    more.replaceChildren(...rest(address, page, log, entries, more));
  } catch (error) {
    more.replaceChildren(trouble(error, () => addEntries(address, page, entries, more)));
  }
}

function rest(address, page, log, entries, more) {
  if (log.total === 0) {
    return [waiting('Nothing is on record.')];
  }
  const left = log.total - (page + 1) * ENTRIES;
  if (left <= 0) {
    return [];
  }
  const button = element('button', { type: 'button', class: 'btn btn-default' }, 'Show more (' + left + ')');
  button.addEventListener('click', () => addEntries(address, page + 1, entries, more));
  return [button];
}

const KINDS = { shown: 'was shown', refused: 'refused' };

/** The name, and the user id where that says more. */
function person(id, name) {
  if (id === 'handover') {
    return ['Handover'];
  }
  return name === id ? [name] : [name, ' ', element('span', { class: 'handover-quiet' }, '(' + id + ')')];
}

function entry(line) {
  const who = [...person(line.actor, line.actorName), ...(line.onBehalfOf ? [', for ', ...person(line.onBehalfOf, line.onBehalfOfName)] : [])];
  const item = element('li', {},
    element('p', {}, moment(line.at), ' ', element('strong', {}, ...who), ' ',
      ...(KINDS[line.kind] ? [element('span', { class: 'handover-badge warning' }, KINDS[line.kind]), ' '] : []),
      line.words));
  if (line.detail) {
    item.append(element('p', { class: 'handover-quiet handover-words' }, line.detail));
  }
  return item;
}
