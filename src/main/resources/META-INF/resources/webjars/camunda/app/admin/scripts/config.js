export default {
  app: {
    name: 'Admin',
    vendor: 'Handover'
  },
  customScripts: ['../../../js/signed-out'],
  disableWelcomeMessage: true
};
