package io.mashrabiya.proof.language;

import java.util.List;

/// What looks like a sentence and is none that anybody meets at the command line: programs read it,
/// or those who look for a fault, or it carries its languages with itself.
final class NotForPeople {
  /// Files, from the root package on, or their literals with the quotation mark before them.
  static final List<String> ALL =
      List.of(
          "words/Sentence.java: ", // what a sentence is made of
          "app/command/DemoHouses.java: ", // names of households and cameras
          "app/command/HouseholdName.java: ", // a name
          "app/command/FoundTable.java: \"    ./mashrabiya ", // commands to be copied
          "app/command/TlsCommand.java: \"\nrelay:", // configuration to be copied
          "app/command/SnapshotCommand.java: \"EEE, ", // the pattern of a time
          "app/command/invite/InviteInWords.java: \"EEEE ", // the pattern of a date
          "vault/keys/KitPage.java", // a page in all its languages
          "vault/keys/RecoveryKit.java", // a file's format, and the text around it
          "vault/seal/SframeKey.java", // labels of RFC 9605
          "vault/secret/SecretBytes.java", // what a debugger shows
          "vault/tls/HouseAuthority.java", // names within certificates
          "vault/tls/Pem.java", // causes; AuthorityFolder says it
          "device/", // for logs and tests; no command shows it to a person
          "home/Home.java: link.say(", // messages to the relay
          "home/desk/Herald.java: post.say(", // messages to the relay
          "home/camera/SubStream.java: \"sub stream of camera\"", // for the log
          "home/link/", // the link's ends, for the log; LinkState is told
          "home/door/DoorClient.java: \" HTTP/1.1", // protocol
          "home/door/Reply.java", // protocol
          "relay/Rehearsal.java", // protocol
          "relay/console/ConsoleClient.java: \" HTTP/1.1", // protocol
          "relay/link/MetricsPage.java", // metrics' help
          "relay/link/WebSocketDoor.java", // a format of the log
          "relay/site/Authority.java: \"text/", // protocol
          "relay/site/Fence.java", // headers
          "relay/site/Site.java", // HTTP for browsers, and its headers
          "relay/site/SiteFile.java", // headers
          "relay/tally/", // metrics' help
          "relay/tls/Rehearsal.java", // causes; TlsIdentity says it
          "relay/tls/Warnings.java", // for the log
          // what cameras and their viewers tell each other
          "media/auth/",
          "media/http/HttpCall.java: \"Accept",
          "media/http/HttpCall.java: \"Cache-Control",
          "media/http/HttpCall.java: \"Connection",
          "media/onvif/soap/SoapClient.java: \"application",
          "media/onvif/soap/SoapFault.java: \"not authorized",
          "media/onvif/virtual/",
          "media/onvif/xml/XmlWriter",
          "media/rtsp/client/HttpTunnel.java: \"Cache-Control",
          "media/rtsp/client/HttpTunnel.java: \"Pragma",
          // how a connection ends, which its reader tells in sentences
          "media/http/Body.java: \"less came",
          "media/http/Body.java: \"the connection ended",
          "media/http/ByteInput.java: \"the connection ended",
          "media/http/PatientStream",
          "media/socket/DeadlineSocket",
          "media/socket/Pin",
          // what a library refuses that should always work: a value in a sentence
          "media/ffmpeg/FfmpegException.java: \"could not",
          "media/ffmpeg/NativeScope",
          "media/ffmpeg/OpenH264",
          "media/ffmpeg/Options",
          "media/ffmpeg/PictureDecoder",
          "media/ffmpeg/SoundEncoder",
          "media/ffmpeg/StillEncoder",
          // for the log: pictures that a virtual camera cannot send, the life of a worker
          "media/jpeg/BaselineJpegReader",
          "media/rtp/JpegPacketizer",
          "media/worker/KeptWorker",
          "media/worker/WorkerEnd",
          "media/worker/WorkerProcess",
          "media/worker/message/",
          // a command as it is typed: a value in a sentence
          "media/onvif/OnvifOutcome.java: \"./mashrabiya discover",
          // a record's own text
          "media/StillRequest",
          "app/doctor/browser/AbilityPage.java", // types of files
          "app/doctor/camera/Remedies.java: \"-vf ", // of a command
          "app/doctor/camera/Remedies.java: \"ffmpeg ", // a command
          "app/doctor/camera/Stage.java", // what a session waited for, to compare with
          "app/doctor/folder/Modes.java: \"chmod ", // a command
          "app/doctor/machine/Decoder"); // for the log

  private NotForPeople() {}
}
