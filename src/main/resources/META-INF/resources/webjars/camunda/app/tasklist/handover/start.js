/*
 * Starting a go-live: read a plan from a file, have it checked before anything starts, and lead to each mistake.
 */
import { element, fragment, proof, reasonOf, root, type, whenever } from './page.js';

export function install() {
  whenever('.handover-start', async place => {
    try {
      place.replaceChildren(await fragment('go-lives/start-form'));
      new StartForm(place).install();
    } catch (error) {
      place.replaceChildren(element('div', { class: 'handover-trouble', role: 'alert' }, element('p', {}, error.message)));
    }
  });
}

class StartForm {
  constructor(place) {
    this.place = place;
    this.form = place.closest('.fjs-form');
  }

  part(name) {
    return this.place.querySelector('[data-part="' + name + '"]');
  }

  get plan() {
    return this.form.querySelector('textarea');
  }

  install() {
    this.part('file').addEventListener('change', event => this.read(event.target.files[0]));
    this.part('check').addEventListener('click', () => this.check());
    this.watchRefusals();
    this.plan.spellcheck = false;
    this.plan.classList.add('handover-code');
    this.form.addEventListener('dragover', event => event.preventDefault());
    this.form.addEventListener('drop', event => {
      if (event.dataTransfer.files.length > 0) {
        event.preventDefault();
        this.read(event.dataTransfer.files[0]);
      }
    });
  }

  async read(file) {
    if (!file) {
      return;
    }
    if (file.size > 1048576) {
      this.say('bad', 'This file is larger than 1 MB. A plan is a YAML or JSON text, usually a few pages.');
      return;
    }
    const text = await file.text();
    type(this.plan, text);
    await this.check();
  }

  async check() {
    const text = this.plan.value;
    if (!text.trim()) {
      this.say('bad', 'There is no plan yet. Choose a file, or paste the plan below.');
      return;
    }
    const button = this.part('check');
    button.disabled = true;
    this.say('wait', 'Checking the plan …');
    try {
      const response = await fetch(root + 'api/go-lives?dryRun=true', {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'Content-Type': mediaType(text), Accept: 'application/json, application/problem+json', ...(await proof()) },
        body: text
      });
      const body = await response.text();
      if (response.ok) {
        this.say('good', 'No mistakes. You can start the go-live.');
        this.dismissRefusals();
      } else {
        this.refused(response.status, body);
      }
    } catch (error) {
      this.say('bad', error instanceof TypeError ? reasonOf(0, '') : error.message);
    } finally {
      button.disabled = false;
    }
  }

  refused(status, body) {
    let errors = [];
    try {
      errors = JSON.parse(body).errors || [];
    } catch {
      // Not a list of mistakes; the reason says what it is.
    }
    if (errors.length === 0) {
      this.say('bad', reasonOf(status, body));
      return;
    }
    this.say('bad', errors.length === 1 ? 'There is 1 mistake in the plan.' : 'There are ' + errors.length + ' mistakes in the plan.');
    this.part('mistakes').replaceChildren(...errors.map(error => this.mistake(error)));
  }

  mistake({ pointer, line, message, mend }) {
    const where = line ? 'Line ' + line : pointer || 'Plan';
    const jump = element('button', { type: 'button', class: 'handover-jump' }, where);
    jump.addEventListener('click', () => this.showLine(line || 1));
    return element(
      'li',
      { class: 'handover-item' },
      element('p', {}, jump, ' ', element('span', {}, message)),
      element('p', { class: 'handover-meta' }, mend || '', pointer ? ' (' + pointer + ')' : '')
    );
  }

  showLine(line) {
    const area = this.plan;
    const lines = area.value.split('\n');
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] || '').length);
    const height = parseFloat(getComputedStyle(area).lineHeight) || 18;
    area.scrollTop = Math.max(0, (line - 4) * height);
    area.scrollIntoView({ block: 'center' });
  }

  /** The engine's refusal stands far above the plan and tells only the first mistakes; the same check lists all, each with a way to its line. */
  watchRefusals() {
    const dialog = this.place.closest('.modal-content');
    if (dialog) {
      new MutationObserver(changes => {
        const refused = changes.some(change => [...change.addedNodes].some(node => node.matches && node.matches('.notification, .alert')));
        if (refused && dialog.querySelector('.alert-error, .alert-danger')) {
          this.check().then(() => this.part('news').scrollIntoView({ block: 'center' }));
        }
      }).observe(dialog, { childList: true, subtree: true });
    }
  }

  dismissRefusals() {
    for (const close of this.place.closest('.modal-content')?.querySelectorAll('.alert .close') ?? []) {
      close.click();
    }
  }

  say(tone, text) {
    this.part('mistakes').replaceChildren();
    const news = this.part('news');
    news.className = 'handover-news handover-' + tone;
    news.textContent = text;
  }
}

/** JSON begins with a brace; everything else is YAML, which includes JSON with comments before it. */
const mediaType = text => (text.trimStart().startsWith('{') ? 'application/json' : 'application/yaml');
