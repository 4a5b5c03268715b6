export default {
  app: {
    name: 'Start',
    vendor: 'Handover'
  },
  customScripts: ['../../../js/signed-out'],
  disableWelcomeMessage: true
};
