/*
 * The menu in the words of the product, and only with what the person may do.
 */
import { root, whenever } from './page.js';

export function install() {
  whenever('.start-process-action a', link => {
    const words = [...link.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).pop();
    if (words) {
      words.textContent = ' Start a go-live';
    }
  });
  showStartToThoseWhoMay();
}

async function showStartToThoseWhoMay() {
  const response = await fetch(root + 'api/session', { credentials: 'same-origin', headers: { Accept: 'application/json' } });
  if (response.ok) {
    const { groups } = await response.json();
    document.body.classList.toggle('handover-starts', groups.includes('project-team'));
  }
}
