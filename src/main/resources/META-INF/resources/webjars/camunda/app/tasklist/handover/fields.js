/*
 * Mends what the form library leaves out for people who work by keyboard or with a screen reader: radio buttons become one named group with a legend
 * and arrow keys, and a field that asks for a person offers the people there are.
 * What is signed is kept equal to what is shown, and nothing that was typed is lost.
 */
import { type, whenever } from './page.js';

export function install() {
  whenever('.fjs-form-field-radio', groupRadios);
  document.addEventListener('click', event => {
    if (event.target.closest('.task-details .form-actions .btn-primary')) {
      leadToMistake();
    }
  });
  document.addEventListener('input', takeOverAtOnce);
  document.addEventListener('handover:filled', event => {
    const form = event.target.closest('.fjs-form');
    if (form) {
      offerPeople(form);
      writeStamp(form);
    }
  });
}

/**
 * The form library takes over what is typed 300 ms later, and whatever draws the form anew until then, such as a number field that was left a moment ago, puts
 * the old text back. It takes over at once when a field is left, so it is made to believe that.
 */
function takeOverAtOnce(event) {
  const isText = event.target.matches('.fjs-form textarea.fjs-textarea, .fjs-form .fjs-form-field-textfield input.fjs-input');
  if (isText && !event.isComposing) {
    event.target.dispatchEvent(new FocusEvent('focusout'));
  }
}

/** After a press of "Complete" that the form itself refused: leads to the first field that is missing or wrong. */
function leadToMistake() {
  setTimeout(() => {
    const field = document.querySelector('.task-details .fjs-form-field-error')?.closest('.fjs-form-field');
    const input = field?.querySelector('input, textarea, select, [tabindex]');
    if (input && !field.contains(document.activeElement)) {
      input.focus({ preventScroll: true });
      field.scrollIntoView({ block: 'center' });
    }
  }, 150);
}

let groups = 0;

function groupRadios(field) {
  const legend = field.querySelector(':scope > .fjs-form-field-label:not([for])');
  groups += 1;
  field.setAttribute('role', 'radiogroup');
  if (legend) {
    legend.id = legend.id || 'handover-legend-' + groups;
    field.setAttribute('aria-labelledby', legend.id);
  }
  const name = 'handover-choice-' + groups;
  const nameAll = () => {
    for (const radio of field.querySelectorAll('input[type=radio]')) {
      if (radio.name !== name) {
        radio.name = name;
      }
    }
  };
  nameAll();
  // The options appear a moment after the field.
  new MutationObserver(nameAll).observe(field, { childList: true, subtree: true });
}

/** The server names the field and the digest of what it has shown; a later decision on something else is refused there. */
function writeStamp(form) {
  const stamp = form.querySelector('[data-stamp-field]');
  const field = stamp && fieldOf(form, stamp.dataset.stampField);
  if (field) {
    // Locked here and not in the form: the form library ignores what is written to a field it knows as read-only.
    field.readOnly = true;
    if (field.value !== stamp.dataset.stampDigest) {
      type(field, stamp.dataset.stampDigest);
    }
  }
}

/** By the ids of our forms: the component's id is the key with a capital. */
const fieldOf = (form, key) => form.querySelector('input[id$="-' + key[0].toUpperCase() + key.slice(1) + '"]');

function offerPeople(form) {
  const people = form.querySelector('#handover-people');
  const field = fieldOf(form, 'userId');
  if (people && field) {
    field.setAttribute('list', people.id);
    field.setAttribute('autocomplete', 'off');
  }
}
