/*
 * Entry of what Handover adds to Cockpit. Cockpit shows a blank page when a custom module fails to load, so this file imports its parts only when they
 * are shown, and says in words if one is not there.
 */
function part(path) {
  return (node, data) => {
    node.classList.add('handover-part');
    import(path)
      .then(module => module.render(node, data))
      .catch(error => {
        console.error('handover: ' + path + ' is not available', error);
        node.textContent = 'This part of Handover could not be loaded. Reload the page; if it stays so, tell your administrator.';
      });
  };
}

export default [
  {
    id: 'handover-readiness',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    priority: 20,
    properties: { label: 'Readiness' },
    render: part('./readiness.js')
  },
  {
    id: 'finished-go-lives',
    pluginPoint: 'cockpit.navigation',
    priority: 5,
    properties: { label: 'Finished go-lives', pagePath: '#/finished-go-lives' },
    render: node => {
      const link = document.createElement('a');
      link.href = '#/finished-go-lives';
      link.textContent = 'Finished go-lives';
      node.append(link);
    }
  },
  {
    id: 'finished-go-lives-page',
    pluginPoint: 'cockpit.route',
    properties: { path: '/finished-go-lives' },
    render: part('./history.js')
  }
];
