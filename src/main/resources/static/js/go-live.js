/* While checks run, fetches the page again now and then and puts what it says in place. Without it, one reloads by hand. */
(function () {
  'use strict';
  var SECONDS = 5;
  var live = document.getElementById('live');

  /** Somebody who reads folded rows, or is about to press a button, is not disturbed. */
  function isInUse() {
    return document.hidden || live.contains(document.activeElement) || live.querySelector('details[open]') !== null;
  }

  function show(html) {
    var fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('live');
    if (fresh && !isInUse()) {
      live.replaceWith(document.adoptNode(fresh));
      live = fresh;
    }
  }

  function again() {
    if (!live.hasAttribute('data-running')) {
      return;
    }
    setTimeout(function () {
      if (isInUse()) {
        again();
        return;
      }
      fetch(location.pathname, { credentials: 'same-origin', redirect: 'error' })
        .then(function (answer) { return answer.ok ? answer.text() : ''; })
        .then(show)
        .catch(function () { /* the page stays as it is */ })
        .then(again);
    }, SECONDS * 1000);
  }

  if (live) {
    again();
  }
}());
