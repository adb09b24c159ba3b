// Another's ONVIF client looks for cameras by multicast and says, in one line, which it found.
'use strict';
const { Discovery } = require('onvif');
Discovery.probe({ timeout: 3000, resolve: false }, (error, found) => {
  const addresses = found.map((answer) => answer.probeMatches.probeMatch.XAddrs);
  process.stdout.write(JSON.stringify({ error, addresses }) + '\n');
});
