/*
 * The tab "Readiness" of a running process instance: what its go-live waits for.
 */
import { element, json, moment, root, table, trouble, waiting } from './server.js';

const VERDICTS = {
  'ready': ['Ready', 'good'],
  'ready-with-conditions': ['Ready with conditions', 'warning'],
  'not-ready': ['Not ready', 'bad']
};

/** @param {{processInstanceId: string, api: {engineApi: string}}} data from Cockpit */
export async function render(node, data) {
  node.replaceChildren(waiting('Gathering how ready it is …'));
  try {
    const { businessKey } = await json(data.api.engineApi + '/process-instance/' + encodeURIComponent(data.processInstanceId));
    if (!businessKey) {
      node.replaceChildren(waiting('This process instance belongs to no go-live.'));
      return;
    }
    show(node, data, await json(root + 'api/go-lives/' + encodeURIComponent(businessKey) + '/readiness'));
  } catch (error) {
    node.replaceChildren(trouble(error, () => render(node, data)));
  }
}

function show(node, data, goLive) {
  const refresh = element('button', { type: 'button', class: 'btn btn-default' }, 'Refresh');
  refresh.addEventListener('click', () => render(node, data));
  node.replaceChildren(
    element('div', { class: 'handover-heading' },
      element('h3', {}, goLive.customer + ' ' + goLive.environment),
      ...verdict(goLive),
      refresh),
    facts(goLive),
    missing(goLive),
    ...holds(goLive.holds),
    ...people(goLive.waiting),
    ...blockers(goLive.blockers));
}

function verdict(goLive) {
  if (!goLive.verdict) {
    return [];
  }
  const [words, tone] = VERDICTS[goLive.verdict] || [goLive.verdict, 'warning'];
  return [element('span', { class: 'handover-badge ' + tone }, words)];
}

function facts(goLive) {
  const page = new URL(goLive.page.replace(/^\//, ''), root).href;
  const lines = [
    ['Go-live', element('a', { href: page }, goLive.title)],
    ['Phase', goLive.phase],
    ...(goLive.reason ? [['Why', goLive.reason]] : []),
    ...(goLive.next ? [['Next deadline', next(goLive.next)]] : [])
  ];
  return element('dl', { class: 'handover-facts' },
    ...lines.map(([what, value]) => element('div', {}, element('dt', {}, what), element('dd', {}, value))));
}

/** The sentence tells times as the customer reads them; the zone is named where there are any. */
function missing(goLive) {
  const sentence = element('p', { class: 'handover-missing' }, goLive.missing);
  if (/\d\d:\d\d/.test(goLive.missing)) {
    sentence.append(' ', element('span', { class: 'handover-quiet' }, 'Times in this sentence are ' + goLive.zone + '.'));
  }
  return sentence;
}

function next(deadline) {
  const line = element('span', {}, moment(deadline.at), ' – ' + deadline.what + ' ');
  if (deadline.overdue) {
    line.append(element('span', { class: 'handover-badge bad' }, 'overdue'));
  }
  return line;
}

function holds(all) {
  return all.length
    ? [table('On hold', ['Why', 'Since'], all.map(hold => [hold.reason, moment(hold.since)]))]
    : [];
}

function people(all) {
  return all.length
    ? [table('Whom it waits for', ['Task', 'Who', 'Since', 'Asked for by'],
        all.map(task => [task.task, task.who, moment(task.since), task.due ? moment(task.due) : '–']))]
    : [waiting('It waits for nobody.')];
}

function blockers(all) {
  return all.length
    ? [table('Open blockers', ['Blocker', 'Step', 'Raised by', 'Since'],
        all.map(blocker => [blocker.title, blocker.step || '–', blocker.by, moment(blocker.since)]))]
    : [waiting('No blocker is open.')];
}
