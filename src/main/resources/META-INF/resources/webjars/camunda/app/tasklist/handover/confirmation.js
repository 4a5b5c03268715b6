/*
 * Lets a person prove who they are without leaving the task: what was typed into the form stays.
 */
import { element, proof, reasonOf, root } from './page.js';

/** @param {HTMLElement} box the server-made section */
export function installConfirmation(box) {
  const field = box.querySelector('input');
  const button = box.querySelector('button');
  button?.addEventListener('click', () => confirm(box, field));
  field?.addEventListener('keydown', event => {
    if (event.key === 'Enter') {
      event.preventDefault(); // it must not complete the task around this field
      event.stopPropagation();
      confirm(box, field);
    }
  });
  // Not an answer of the form: the form library must not see it.
  for (const event of ['input', 'change', 'focusout']) {
    field?.addEventListener(event, each => each.stopPropagation());
  }
}

async function confirm(box, field) {
  const news = box.querySelector('[role="status"]');
  try {
    const until = await send(field.value);
    news.textContent = 'Confirmed. You may sign until ' + new Date(until).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }) + '.';
    box.classList.add('handover-confirmed');
  } catch (error) {
    news.replaceChildren(element('span', { class: 'handover-trouble-text' }, error.message));
  } finally {
    field.value = '';
  }
}

async function send(password) {
  let response;
  try {
    const headers = { ...(await proof()), 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json' };
    response = await fetch(root + 'api/session/confirmation', { method: 'POST', credentials: 'same-origin', headers, body: JSON.stringify({ password }) });
  } catch {
    throw new Error(reasonOf(0, ''));
  }
  const body = await response.text();
  if (!response.ok) {
    throw new Error(reasonOf(response.status, body));
  }
  return JSON.parse(body).until;
}
