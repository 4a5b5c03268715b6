export default {
  app: {
    name: 'Cockpit',
    vendor: 'Handover'
  },
  customScripts: ['../../../js/signed-out'],
  disableWelcomeMessage: true
};
