/*
 * What the parts share: noticing form elements, asking the server, saying what went wrong.
 */

/** Address of the application, whatever context path and web application path it has. Ends with a slash. */
export const root = new URL('../', document.baseURI.replace(/\/app\/.*$/, '/')).href;

/**
 * Calls back once for each element that matches, now and whenever one is added. Form-js builds its forms anew for each task, so a form can come and go
 * at any time.
 *
 * @param {string} selector which elements
 * @param {(element: HTMLElement) => void} found called at most once for each element
 */
export function whenever(selector, found) {
  const seen = new WeakSet();
  const look = () => {
    for (const element of document.querySelectorAll(selector)) {
      if (!seen.has(element)) {
        seen.add(element);
        try {
          found(element);
        } catch (error) {
          console.error('handover: ' + selector, error);
        }
      }
    }
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  look();
}

/** Id of the task that the Tasklist shows; empty while it shows none. */
export function shownTask() {
  return new URLSearchParams(window.location.hash.split('?')[1] || '').get('task') || '';
}

/**
 * Fetches a fragment of the product's own, escaped on the server.
 *
 * @param {string} path below the root
 * @returns {Promise<DocumentFragment>}
 * @throws {Error} whose message can be shown to people
 */
export async function fragment(path) {
  const template = document.createElement('template');
  template.innerHTML = await text(root + path);
  return template.content;
}

/** @throws {Error} whose message can be shown to people */
export async function text(address) {
  let response;
  try {
    response = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'text/html, text/plain, application/problem+json, */*' } });
  } catch {
    throw new Error('The server cannot be reached. Check your connection, then try again.');
  }
  const body = await response.text();
  if (!response.ok || response.redirected) {
    throw new Error(reasonOf(response.redirected ? 401 : response.status, body));
  }
  return body;
}

/**
 * What to tell people about a refusal: the problem's own words, or the usual ones for the status.
 *
 * @param {number} status HTTP status; 0 if there was no answer
 * @param {string} body problem details (RFC 9457) or anything else
 */
export function reasonOf(status, body) {
  try {
    const problem = JSON.parse(body);
    if (problem.detail || problem.title) {
      return problem.detail || problem.title;
    }
  } catch {
    // Not a problem document: the status has to do.
  }
  switch (status) {
    case 0:
      return 'The connection was lost. Nothing was stored; try again.';
    case 401:
      return 'You are signed out. Sign in again in a new tab, then try again here: nothing you typed is lost.';
    case 403:
      return 'You may not do this.';
    case 404:
      return 'This is no longer there, or it is not yours to see.';
    case 413:
      return 'This is larger than allowed.';
    default:
      return 'The server could not do this (status ' + status + '). Try again; if it stays so, tell your administrator.';
  }
}

/**
 * The header that proves a changing request comes from this page. Asked for each time, so that it is right even after signing in again elsewhere.
 *
 * @returns {Promise<Object<string, string>>}
 * @throws {Error} whose message can be shown to people
 */
export async function proof() {
  let response;
  try {
    response = await fetch(root + 'api/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  } catch {
    throw new Error(reasonOf(0, ''));
  }
  if (!response.ok) {
    throw new Error(reasonOf(response.status, ''));
  }
  const { token } = await response.json();
  return { [token.header]: token.value };
}

/** Sets a field as if somebody had typed, so that the form library takes notice. */
export function type(field, value) {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value').set.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('blur'));
}

/**
 * @param {string} name tag
 * @param {Object<string, string>} [attributes] as in HTML
 * @param {...(Node|string)} children text is text, never markup
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}
