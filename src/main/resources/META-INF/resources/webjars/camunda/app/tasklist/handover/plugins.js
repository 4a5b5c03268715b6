/*
 * Entry of what Handover adds to the Tasklist. The Tasklist shows a blank page when a custom module fails to load, so this file imports its parts
 * dynamically and survives each of them: without them the forms still work.
 */
const parts = ['./briefing.js', './fields.js', './concerns.js', './start.js', './menu.js', './phone.js'];

for (const part of parts) {
  import(part)
    .then(module => module.install())
    .catch(error => console.error('handover: ' + part + ' is not available', error));
}

/*
 * When a session ends, the Tasklist keeps what was typed. What the server says to be signed must not come back from there in place of what it says now.
 */
try {
  for (const key of Object.keys(localStorage).filter(each => each.startsWith('camunda-form:'))) {
    const { manifest, issueList, rejectedEvidence, ...typed } = JSON.parse(localStorage.getItem(key)) || {};
    localStorage.setItem(key, JSON.stringify(typed));
  }
} catch (error) {
  console.error('handover: kept forms cannot be read', error);
}

/*
 * The Tasklist reads some of its words before they have arrived, and then shows their keys (CREATION_DATE) for good. It starts once this module has been
 * evaluated, so they are fetched ahead; no longer than people like to wait.
 */
function wordsAhead() {
  return new Promise(resolve => {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = 'anonymous';
    link.href = new URL('../locales/en.json' + new URL(import.meta.url).search, import.meta.url).href;
    link.addEventListener('load', resolve);
    link.addEventListener('error', resolve);
    setTimeout(resolve, 1500);
    document.head.append(link);
  });
}

await wordsAhead();

export default [];
