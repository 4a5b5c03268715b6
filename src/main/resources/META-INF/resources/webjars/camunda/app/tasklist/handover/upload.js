/*
 * Adds evidence without leaving the task: files by choosing or dropping, several at once with progress and cancel, links, and statements in words.
 */
import { element, proof, reasonOf, root } from './page.js';

/**
 * @param {HTMLElement} box the server-made section; its data attributes name the address and the limit
 * @param {() => Promise<void>} added called after each item that was stored
 */
export function installUpload(box, added) {
  new Upload(box, added).install();
}

class Upload {
  constructor(box, added) {
    this.box = box;
    this.added = added;
    this.maxBytes = Number(box.dataset.maxBytes);
  }

  part(name) {
    return this.box.querySelector('[data-part="' + name + '"]');
  }

  install() {
    this.part('mode').addEventListener('change', () => this.showMode());
    this.part('file').addEventListener('change', event => {
      this.sendFiles([...event.target.files]);
      event.target.value = '';
    });
    this.part('send').addEventListener('click', () => this.sendWords());
    this.box.addEventListener('keydown', event => this.keepEnter(event));
    this.installDropping(this.box.querySelector('.handover-drop'));
    this.showMode();
  }

  /** Enter in one of these fields must not complete the task around them. */
  keepEnter(event) {
    if (event.key === 'Enter' && event.target.matches('input')) {
      event.preventDefault();
      event.stopPropagation();
      if (this.part('mode').value !== 'file') {
        this.sendWords();
      }
    }
  }

  showMode() {
    const mode = this.part('mode').value;
    for (const each of this.box.querySelectorAll('[data-mode]')) {
      each.hidden = !each.dataset.mode.split(' ').includes(mode);
    }
    this.part('title-hint').hidden = mode !== 'file';
  }

  installDropping(zone) {
    const over = event => {
      if (event.dataTransfer && [...event.dataTransfer.types].includes('Files')) {
        event.preventDefault();
        zone.classList.add('handover-over');
      }
    };
    zone.addEventListener('dragenter', over);
    zone.addEventListener('dragover', over);
    zone.addEventListener('dragleave', () => zone.classList.remove('handover-over'));
    zone.addEventListener('drop', event => {
      event.preventDefault();
      zone.classList.remove('handover-over');
      this.sendFiles([...event.dataTransfer.files]);
    });
  }

  sendFiles(files) {
    const title = this.part('title').value.trim();
    for (const file of files) {
      const named = title ? (files.length > 1 ? title + ' – ' + file.name : title) : file.name;
      this.send(file.name, { title: named, file }, file.size > this.maxBytes ? this.tooLarge(file) : '');
    }
    if (files.length > 0) {
      this.part('title').value = '';
    }
  }

  tooLarge(file) {
    const size = (file.size / 1048576).toFixed(1);
    return 'This file has ' + size + ' MB; the most is ' + this.box.dataset.limit + '. Split it, or store it elsewhere and add a link.';
  }

  sendWords() {
    const mode = this.part('mode').value;
    const field = this.part(mode);
    const title = this.part('title');
    const missing = [title, field].find(each => !each.value.trim());
    if (missing) {
      this.complain(missing, 'Please fill this in.');
    } else if (mode === 'link' && !/^https?:\/\/\S+$/i.test(field.value.trim())) {
      this.complain(field, 'Please give the whole address, beginning with https://');
    } else {
      this.send(title.value.trim(), { title: title.value.trim(), [mode]: field.value.trim() }, '', () => {
        title.value = '';
        field.value = '';
      });
    }
  }

  complain(field, text) {
    field.setCustomValidity(text);
    field.reportValidity();
    field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
  }

  /** One line with progress for one item; it stays when the item was refused, and says why. */
  send(name, content, refusal, stored = () => {}) {
    const item = { kind: this.part('kind').value, ...content };
    const line = new Transfer(name, () => this.attempt(line, item, stored));
    this.part('transfers').append(line.node);
    if (refusal) {
      line.failed(refusal, false);
    } else {
      this.attempt(line, item, stored);
    }
  }

  async attempt(line, item, stored) {
    const request = new XMLHttpRequest();
    line.started(() => request.abort());
    try {
      this.transmit(request, await proof(), line, item, stored);
    } catch (error) {
      line.failed(error.message, true);
    }
  }

  transmit(request, headers, line, item, stored) {
    if (line.cancelled) {
      return;
    }
    const form = new FormData();
    for (const [key, value] of Object.entries(item)) {
      form.append(key, value);
    }
    request.open('POST', new URL(this.box.dataset.address.replace(/^\//, ''), root).href);
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    for (const [header, value] of Object.entries(headers)) {
      request.setRequestHeader(header, value);
    }
    request.upload.addEventListener('progress', event => line.progressed(event.loaded, event.total));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) {
        this.finished(line, stored);
      } else {
        line.failed(reasonOf(request.status, request.responseText), request.status >= 500 || request.status === 401);
      }
    });
    request.addEventListener('error', () => line.failed(reasonOf(0, ''), true));
    request.send(form);
  }

  async finished(line, stored) {
    stored();
    this.part('news').textContent = line.name + ' was added to the evidence.';
    try {
      await this.added();
      line.remove();
    } catch (error) {
      line.done('Stored. The list could not be refreshed: ' + error.message);
    }
  }
}

/** One line of the list of running uploads. */
class Transfer {
  constructor(name, again) {
    this.name = name;
    this.again = again;
    this.node = element('li', { class: 'handover-transfer' });
  }

  started(abort) {
    this.cancelled = false;
    const cancel = () => {
      this.cancelled = true;
      abort();
      this.remove();
    };
    this.bar = element('progress', { max: '100', value: '0', 'aria-label': 'Uploading ' + this.name });
    this.state = element('span', { class: 'handover-note' }, 'starting');
    this.show(this.bar, this.state, this.button('Cancel', cancel));
  }

  progressed(loaded, total) {
    const percent = total ? Math.floor((100 * loaded) / total) : 0;
    this.bar.value = percent;
    this.state.textContent = percent < 100 ? percent + ' %' : 'being stored';
  }

  failed(reason, mayRetry) {
    const buttons = mayRetry ? [this.button('Try again', this.again)] : [];
    this.show(element('p', { class: 'handover-trouble-text', role: 'alert' }, reason), ...buttons, this.button('Dismiss', () => this.remove()));
  }

  done(text) {
    this.show(element('span', { class: 'handover-note' }, text));
  }

  show(...content) {
    this.node.replaceChildren(element('strong', {}, this.name), ...content);
  }

  button(label, act) {
    const button = element('button', { type: 'button', class: 'handover-button', 'aria-label': label + ': ' + this.name }, label);
    button.addEventListener('click', act);
    return button;
  }

  remove() {
    this.node.remove();
  }
}
