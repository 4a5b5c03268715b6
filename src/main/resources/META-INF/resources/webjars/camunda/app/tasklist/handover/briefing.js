/*
 * Fills the placeholder at the top of each form with what there is to know for the decision, as the server words it.
 */
import { element, fragment, shownTask, text, whenever } from './page.js';
import { installConfirmation } from './confirmation.js';
import { show } from './preview.js';
import { installUpload } from './upload.js';

export function install() {
  whenever('.handover-briefing', place => {
    const task = shownTask();
    if (task) {
      fill(place, task);
    }
  });
}

async function fill(place, task) {
  place.replaceChildren(element('p', { class: 'handover-wait', role: 'status' }, 'Gathering what there is to know …'));
  try {
    const content = await fragment(address(task));
    if (place.isConnected) {
      place.replaceChildren(content);
      prepare(place, task);
    }
  } catch (error) {
    const again = element('button', { type: 'button', class: 'handover-button' }, 'Try again');
    again.addEventListener('click', () => fill(place, task));
    place.replaceChildren(element('div', { class: 'handover-trouble', role: 'alert' }, element('p', {}, error.message), again));
  }
}

function prepare(place, task) {
  place.querySelector('[data-part="again"]')?.addEventListener('click', () => fill(place, task));
  place.dispatchEvent(new CustomEvent('handover:filled', { bubbles: true }));
  for (const upload of place.querySelectorAll('.handover-upload')) {
    installUpload(upload, () => refreshEvidence(place, task));
  }
  for (const box of place.querySelectorAll('.handover-confirm')) {
    installConfirmation(box);
  }
  // "toggle" does not bubble, but it can be captured.
  place.addEventListener('toggle', event => showText(event.target), true);
}

/** Fetches a text the first time somebody wants to read it. */
async function showText(details) {
  const address = details.open && details.dataset.content;
  if (!address) {
    return;
  }
  delete details.dataset.content;
  const shown = details.querySelector('pre');
  try {
    show(shown, await text(address), details.dataset.layout);
  } catch (error) {
    details.dataset.content = address;
    shown.textContent = error.message;
  }
}

/** Shows what was added without touching the rest: an upload that still runs, and where the reader is, stay as they are. */
async function refreshEvidence(place, task) {
  const fresh = await fragment(address(task));
  const lists = fresh.querySelectorAll(LIST);
  for (const [at, old] of [...place.querySelectorAll(LIST)].entries()) {
    if (lists[at]) {
      old.replaceWith(lists[at]);
    }
  }
  Object.assign(place.querySelector('[data-stamp-field]')?.dataset ?? {}, fresh.querySelector('[data-stamp-field]')?.dataset);
  place.dispatchEvent(new CustomEvent('handover:filled', { bubbles: true }));
}

const LIST = '[data-part="evidence"]';

const address = task => 'tasks/' + encodeURIComponent(task) + '/briefing';
