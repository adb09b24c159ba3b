package io.mashrabiya.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mashrabiya.app.Exit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Command lines that are not understood: told with what to do, and without the secrets in them.
class MistakesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                        | Say which command to run
          serv                                                      | place 1 of the command line. Did you mean serve?
          demo --prot 1                                             | no option --prot. Did you mean --port?
          demo --port 70000                                         | write a port from 0 to 65535
          demo --port many                                          | write a port from 0 to 65535
          demo --data                                               | --data needs a value: FOLDER
          demo --network moon                                       | Write one of these: fibre, dsl, lte, train, village, december26
          demo more                                                 | Nothing can stand at place 2
          serve                                                     | Name a camera: rtsp://
          serve ftp://192.0.2.1/a                                   | begins with rtsp://
          serve http://192.0.2.1/a#every=no                         | every= and a time
          serve =rtsp://192.0.2.1/a                                 | name has 1 to 64 characters
          serve A=rtsp://192.0.2.1/a A=rtsp://192.0.2.1/b           | write NAME=rtsp://... to give each its own
          serve rtsp://192.0.2.1/a --origin https://a/b             | without a path
          serve rtsp://192.0.2.1/a --metrics -2                     | --metrics
          home rtsp://192.0.2.1/a                                   | --relay https://relay.example
          home --relay https://a                                    | Name a camera: rtsp://
          home rtsp://192.0.2.1/a --relay here                      | Write an address like https://
          relay                                                     | Say whose homes to take in: --admit
          relay --admit somebody                                    | --admit takes ids as homes print them
          serve rtsp://192.0.2.1/a --tls-cert a.pem                 | Name both files, --tls-cert and --tls-key
          serve rtsp://192.0.2.1/a --proxy proxy.example            | --proxy takes the address of the proxy
          serve rtsp://192.0.2.1/a --tls-cert a --tls-key b --origin http://home.lan | begins with https://
          rollout advance                                           | This is missing: CHANGE
          rollout back poor-line-stills                             | This is missing: --reason WORDS
          rollout forth                                             | Nothing can stand at place 2
          rollout bac                                               | Did you mean back?
          rollout back everything --reason x                        | Name a change of this version: poor-line-stills
          rollout advance poor-line-stills 101 --reason x           | from 0 to 100, with two decimals
          rollout advance poor-line-stills 0.001 --reason x         | from 0 to 100, with two decimals
          rollout advance poor-line-stills 5 --reason=              | Say why in one line of 1 to 200 characters
          tls --data no/such/folder                                 | Say what this machine is called
          tls https://home.lan                                      | Without https:// and without a port
          discover --seconds 0                                      | --seconds is from 1 to 60
          discover --at a:b                                         | --at is an address
          discover --at no.such.host.invalid                        | --at names no host
          discover --password=word                                  | --password needs a --user
          virtual-camera                                            | Say one of these: --scene ROOM, --file CLIP
          virtual-camera --scene attic                              | --scene is one of door, nursery, living
          virtual-camera --scene door --file a.mp4                  | Say only one of these: --scene, --file
          virtual-camera --file a.mp4 --night                       | are for a drawn --scene
          virtual-camera --scene door --user viewer                 | --user needs a --password
          virtual-camera --scene door --password=word               | --password needs a --user
          virtual-camera --scene door --listen no.such.host.invalid | knows no address no.such.host.invalid
          """)
  void line_notUnderstood_isToldWithWhatToDo(String line, String remedy) {
    Said said = Said.by(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(said.code()).as(said.err()).isEqualTo(Exit.USAGE.code());
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains(remedy).doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "serve rtsp://mona:hunter2@192.0.2.1:99999/a",
        "serve rtsp://mona:hunter2@/a",
        "serve rtsp://mona:hunter%2@192.0.2.1/a",
        "serve rtspx://mona:hunter2@192.0.2.1/a",
        "serve Door=ftp://mona:hunter2@192.0.2.1/a",
        "serve Door=http://mona:hunter2@192.0.2.1/a#hunter2",
        "serve http:/mona:hunter2=@192.0.2.1/a",
        "serve Doorrtsp://mona:hunter2@192.0.2.1/a",
        "serve ftp://mona:hunter2@192.0.2.1/=a",
        "serve https://mona:hunter2@192.0.2.1:99999/=a",
        "serve --bogus rtsp://mona:hunter2@192.0.2.1/a",
        "serve --bogus=rtsp://mona:hunter2@192.0.2.1/a",
        "serve --port rtsp://mona:hunter2@192.0.2.1/a",
        "serve --port=rtsp://mona:hunter2@192.0.2.1/a",
        "serve --metrics rtsp://mona:hunter2@192.0.2.1/a",
        "serve A=rtsp://mona:hunter2@192.0.2.1/a A=rtsp://mona:hunter2@192.0.2.1/b",
        "home Door=rtsp://mona:hunter2@192.0.2.1/a",
        "home --relay rtsp://mona:hunter2@192.0.2.1/a",
        "home --relay here rtsp://mona:hunter2@192.0.2.1/a",
        "relay rtsp://mona:hunter2@192.0.2.1/a",
        "relay --admit rtsp://mona:hunter2@192.0.2.1/a",
        "demo rtsp://mona:hunter2@192.0.2.1/a",
        "rtsp://mona:hunter2@192.0.2.1/a",
        "discover --seconds 0 --user mona --password=hunter2",
        "discover --password=hunter2",
        "discover --at rtsp://mona:hunter2@192.0.2.1/a",
        "virtual-camera --scene attic --user mona --password=hunter2 --port x",
        "virtual-camera --scene door --user mona --pasword hunter2",
        "virtual-camera --scene door --user mona --pasword=hunter2",
        "virtual-camera --scene door --user mona --password=hunter2 --port rtsp",
        "virtual-camera --scene door --user mona -phunter2",
        "virtual-camera --scene door --password=hunter2",
      })
  void line_withAPassword_isRefusedWithoutIt(String line) {
    for (String verbose : new String[] {"", " --verbose"}) {
      Said said = Said.by((line + verbose).split(" "));
      assertThat(said.code()).as(said.err()).isEqualTo(Exit.USAGE.code());
      assertThat(said.err()).isNotEmpty();
      assertThat(said.all()).doesNotContain("hunter");
    }
  }
}
