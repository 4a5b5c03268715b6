/*
 * Which way a go-live went: the pictures of the models, with what it passed marked. The pictures come with the product; only ids from the engine's history
 * meet them, and an id that a picture does not have marks nothing.
 */
import { element, json, root, trouble, waiting } from './server.js';

/** Instances and elements that are asked for at most; a go-live has far fewer. */
const INSTANCES = 200;
const ELEMENTS = 1000;

const MODELS = {
  'go-live': 'Go-live and handover',
  'prerequisites': 'Prerequisites',
  'validation': 'Validation',
  'validation-step': 'Steps of the validation',
  'sign-off': 'Sign-off',
  'release': 'Release window',
  'stabilization': 'Stabilization',
  'close': 'Close'
};

/**
 * Shows it, and lets one choose the model.
 *
 * @param {string} engine address of the engine's REST interface
 * @param {string} key of the go-live
 */
export async function show(place, engine, key) {
  place.replaceChildren(waiting('Reading which way it went …'));
  try {
    const query = new URLSearchParams({ processInstanceBusinessKey: key, maxResults: String(INSTANCES) });
    const found = await json(engine + '/history/process-instance?' + query);
    const passed = Object.keys(MODELS).filter(model => found.some(each => each.processDefinitionKey === model));
    if (!passed.length) {
      place.replaceChildren(waiting('The engine keeps no history of it any more.'));
      return;
    }
    const picture = element('div', { class: 'handover-picture', tabindex: '0', role: 'region', 'aria-label': 'Model' });
    const choice = element('select', { id: 'handover-model', class: 'form-control' }, ...passed.map(model => element('option', { value: model }, MODELS[model])));
    const draw = () => drawModel(picture, engine, choice.value, found.filter(each => each.processDefinitionKey === choice.value));
    choice.addEventListener('change', draw);
    place.replaceChildren(
      element('div', { class: 'handover-search' }, element('div', {}, element('label', { for: choice.id }, 'Which way it went'), choice)),
      picture,
      element('p', { class: 'handover-quiet' }, 'What it passed is green. The picture shows the model as it is in this version of Handover.'));
    await draw();
  } catch (error) {
    place.replaceChildren(trouble(error, () => show(place, engine, key)));
  }
}

async function drawModel(place, engine, model, instances) {
  place.dataset.asked = model;
  place.replaceChildren(waiting('Drawing …'));
  try {
    const [drawn, ...passed] = await Promise.all([pictureOf(model), ...instances.map(instance => passedIn(engine, instance.id))]);
    const names = new Set();
    for (const { activityId, activityName } of passed.flat()) {
      const shape = drawn.querySelector('[data-element-id="' + CSS.escape(activityId) + '"]');
      if (shape) {
        shape.classList.add('handover-passed');
        names.add(activityName || activityId);
      }
    }
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', MODELS[model] + '; passed: ' + [...names].join(', '));
    if (place.dataset.asked === model) { // nobody has chosen another one meanwhile
      place.replaceChildren(drawn);
    }
  } catch (error) {
    if (place.dataset.asked !== model) {
      return;
    }
    place.replaceChildren(trouble(error, () => drawModel(place, engine, model, instances)));
  }
}

function passedIn(engine, instance) {
  const query = new URLSearchParams({ processInstanceId: instance, sortBy: 'startTime', sortOrder: 'asc', maxResults: String(ELEMENTS) });
  return json(engine + '/history/activity-instance?' + query);
}

async function pictureOf(model) {
  const answer = await fetch(root + 'models/' + model + '.svg', { credentials: 'same-origin' });
  if (!answer.ok || answer.redirected) {
    throw new Error('The picture of this model is not there. Reload the page; if it stays so, tell your administrator.');
  }
  const drawn = new DOMParser().parseFromString(await answer.text(), 'image/svg+xml').documentElement;
  drawn.setAttribute('width', '100%');
  drawn.removeAttribute('height');
  return document.adoptNode(drawn);
}
