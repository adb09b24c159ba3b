// Another's ONVIF client looks at our virtual device and says what it sees, a line of JSON for each thing.
// Arguments: port, user, password. Ends when its standard input does.
'use strict';
const { Cam } = require('onvif');
const [port, username, password] = process.argv.slice(2);
const say = (what, value) => process.stdout.write(JSON.stringify({ what, value }) + '\n');
const die = (error) => {
  say('error', String(error));
  process.exit(1);
};
const call = (cam, name, ...args) =>
  new Promise((resolve, reject) =>
    cam[name](...args, (error, value) => (error ? reject(new Error(`${name}: ${error}`)) : resolve(value))));

const look = async (cam) => {
  const information = await call(cam, 'getDeviceInformation');
  say('information', `${information.manufacturer} ${information.model}`);
  say('media2', cam.media2Support === true);
  for (const profile of cam.profiles) {
    const stream = await call(cam, 'getStreamUri', { protocol: 'RTSP', profileToken: profile.$.token });
    say('stream', `${profile.$.token} ${stream.uri}`);
  }
  say('active', `${cam.activeSource.encoding} ${cam.activeSource.width}x${cam.activeSource.height}`);
  const snapshot = await call(cam, 'getSnapshotUri', { profileToken: cam.profiles[0].$.token });
  say('snapshot', new URL(snapshot.uri).pathname);
  const presets = await call(cam, 'getPresets', {});
  say('presets', Object.keys(presets).sort().join(','));
  await call(cam, 'continuousMove', { x: 0.5, y: -1, zoom: 0 });
  await call(cam, 'stop', { panTilt: true, zoom: true });
  cam.on('eventsError', die);
  cam.on('event', (event) => {
    const item = event.message.message.data.simpleItem.$;
    say('event', `${event.topic._} ${item.Name}=${item.Value}`);
  });
};

process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
const cam = new Cam({ hostname: '127.0.0.1', port: Number(port), username, password, timeout: 20000 }, (error) => {
  if (error) die(error);
  else look(cam).catch(die);
});
