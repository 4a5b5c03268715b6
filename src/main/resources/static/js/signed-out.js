/*
 * The Tasklist, Cockpit, Admin and Welcome pages show a login of their own after signing out or when the session has ended. There is one login for
 * everything, so they are led to it instead.
 */
function leaveIfSignedOut() {
  try {
    if (/^#!?\/login/.test(window.location.hash)) {
      window.location.replace(new URL('../login?logout', document.baseURI.replace(/\/app\/.*$/, '/')).href);
    }
  } catch (error) {
    console.error('handover: cannot lead to the login', error);
  }
}

window.addEventListener('hashchange', leaveIfSignedOut);
leaveIfSignedOut();

export default [];
