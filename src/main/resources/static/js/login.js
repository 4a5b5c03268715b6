// A link in a mail may name a task after the "#", which browsers do not send to the server.
// Written to the form's address, it survives the login.
const form = document.querySelector('form');
if (form && location.hash) {
  form.action += location.hash;
}
