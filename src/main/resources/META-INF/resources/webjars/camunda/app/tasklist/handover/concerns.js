/*
 * Which evidence a rejection concerns: ticked in the list of what is shown, written as numbers into the form's field. The server takes the numbers by the
 * manifest that was shown, so they are written anew whenever another one is.
 */
import { type, whenever } from './page.js';

const FIELD = '.fjs-form input[id$="-RejectedEvidence"]';
const BOX = 'input[data-part="concerns"]';

/** Addresses of the versions that are ticked. */
let ticked = new Set();

export function install() {
  whenever(FIELD, show);
  document.addEventListener('handover:filled', () => show(document.querySelector(FIELD)));
  document.addEventListener('change', event => {
    if (event.target.matches(BOX)) {
      remember();
      write(document.querySelector(FIELD));
    }
  });
  // The form library takes the field away when the decision is another.
  new MutationObserver(() => {
    if (!document.querySelector(FIELD)) {
      hide();
    }
  }).observe(document.body, { childList: true, subtree: true });
}

const boxes = () => [...document.querySelectorAll('.handover-briefing ' + BOX)];

function remember() {
  ticked = new Set(boxes().filter(box => box.checked).map(box => box.dataset.content));
}

function show(field) {
  if (!field) {
    return;
  }
  for (const box of boxes()) {
    box.checked = ticked.has(box.dataset.content);
    box.closest('.handover-concerns').hidden = false;
  }
  if (ticked.size) {
    write(field);
  }
}

function hide() {
  for (const line of document.querySelectorAll('.handover-concerns:not([hidden])')) {
    line.hidden = true;
  }
}

function write(field) {
  const numbers = boxes().filter(box => box.checked).map(box => box.value).join(', ');
  if (field && field.value !== numbers) {
    type(field, numbers);
  }
}
