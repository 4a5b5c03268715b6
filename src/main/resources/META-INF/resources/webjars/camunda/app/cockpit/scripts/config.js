export default {
  app: {
    name: 'Cockpit',
    vendor: 'Handover'
  },
  // Both are our own modules; a module that fails to load would blank the page, so they hold nothing but guarded code.
  customScripts: ['../../../js/signed-out', 'handover/plugins'],
  disableWelcomeMessage: true
};
