/*
 * In a narrow window a chosen task takes the place of the list (user-styles.css); this gives the way back to it.
 */
import { element, whenever } from './page.js';

export function install() {
  whenever('.task-details > .three-cols-layout-cell.content', place => {
    const back = element('button', { type: 'button', class: 'handover-button handover-back' }, '‹ All tasks');
    back.addEventListener('click', leaveTask);
    place.prepend(back);
  });
}

function leaveTask() {
  const [path, query] = window.location.hash.split('?');
  const search = new URLSearchParams(query);
  search.delete('task');
  search.delete('detailsTab');
  window.location.hash = path + '?' + search;
}
