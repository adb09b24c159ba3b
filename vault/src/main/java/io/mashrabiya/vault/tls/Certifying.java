package io.mashrabiya.vault.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/// Writes and signs X.509 certificates (RFC 5280) with ECDSA over P-256, which every browser takes.
final class Certifying {
  private static final ASN1ObjectIdentifier SIGNATURE = X9ObjectIdentifiers.ecdsa_with_SHA256;
  private static final int SERIAL_BITS = 127;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Certifying() {}

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has P-256", e);
    }
  }

  /// What is certified: a name and a key, from when to when.
  record Subject(String name, PublicKey key, Instant from, Instant until) {}

  /// An authority that may vouch for servers of these names only.
  ///
  /// @param below how many authorities there may be under it
  static X509Certificate authority(
      Subject subject, int below, ServerNames names, X500Name issuer, KeyPair signer) {
    ExtensionsGenerator extensions = identifiers(subject.key, signer.getPublic());
    add(extensions, Extension.basicConstraints, true, new BasicConstraints(below));
    add(
        extensions,
        Extension.keyUsage,
        true,
        new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    add(extensions, Extension.nameConstraints, true, new NameConstraints(subtrees(names), null));
    return sign(subject, extensions, issuer, signer.getPrivate());
  }

  static X509Certificate server(
      Subject subject, ServerNames names, X500Name issuer, KeyPair signer) {
    ExtensionsGenerator extensions = identifiers(subject.key, signer.getPublic());
    add(extensions, Extension.basicConstraints, true, new BasicConstraints(false));
    add(extensions, Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    add(
        extensions,
        Extension.extendedKeyUsage,
        false,
        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    add(extensions, Extension.subjectAlternativeName, false, new GeneralNames(general(names)));
    return sign(subject, extensions, issuer, signer.getPrivate());
  }

  private static X509Certificate sign(
      Subject subject, ExtensionsGenerator extensions, X500Name issuer, PrivateKey signer) {
    var tbs = new V3TBSCertificateGenerator();
    tbs.setSerialNumber(
        new ASN1Integer(new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1)));
    tbs.setSignature(new AlgorithmIdentifier(SIGNATURE));
    tbs.setIssuer(issuer);
    tbs.setSubject(new X500Name(subject.name));
    tbs.setStartDate(new Time(Date.from(subject.from)));
    tbs.setEndDate(new Time(Date.from(subject.until)));
    tbs.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(subject.key.getEncoded()));
    tbs.setExtensions(extensions.generate());
    var body = tbs.generateTBSCertificate();
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(signer, RANDOM);
      signature.update(body.getEncoded("DER"));
      var whole =
          new DERSequence(
              new ASN1Encodable[] {
                body, new AlgorithmIdentifier(SIGNATURE), new DERBitString(signature.sign())
              });
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(whole.getEncoded("DER")));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a certificate cannot be signed here", e);
    }
  }

  private static ExtensionsGenerator identifiers(PublicKey subject, PublicKey issuer) {
    var extensions = new ExtensionsGenerator();
    add(
        extensions,
        Extension.subjectKeyIdentifier,
        false,
        new SubjectKeyIdentifier(identifier(subject)));
    if (!subject.equals(issuer)) {
      add(
          extensions,
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(identifier(issuer)));
    }
    return extensions;
  }

  /// RFC 7093, section 2, method 1.
  private static byte[] identifier(PublicKey key) {
    try {
      byte[] bits =
          SubjectPublicKeyInfo.getInstance(key.getEncoded()).getPublicKeyData().getBytes();
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bits), 20);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static GeneralName[] general(ServerNames names) {
    return Stream.concat(
            names.hosts().stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
            names.addresses().stream()
                .map(address ->
                    new GeneralName(
                        GeneralName.iPAddress, new DEROctetString(address.getAddress()))))
        .toArray(GeneralName[]::new);
  }

  private static GeneralSubtree[] subtrees(ServerNames names) {
    return Stream.concat(
            names.hosts().stream().map(host -> new GeneralName(GeneralName.dNSName, host)),
            names.addresses().stream()
                .map(address ->
                    new GeneralName(GeneralName.iPAddress, new DEROctetString(withMask(address)))))
        .map(GeneralSubtree::new)
        .toArray(GeneralSubtree[]::new);
  }

  /// The names that an authority of ours is held to.
  static ServerNames permitted(X509Certificate authority) {
    byte[] value = authority.getExtensionValue(Extension.nameConstraints.getId());
    var constraints = NameConstraints.getInstance(ASN1OctetString.getInstance(value).getOctets());
    List<String> hosts = new ArrayList<>();
    List<InetAddress> addresses = new ArrayList<>();
    for (GeneralSubtree subtree : constraints.getPermittedSubtrees()) {
      GeneralName base = subtree.getBase();
      if (base.getTagNo() == GeneralName.dNSName) {
        hosts.add(base.getName().toString());
      } else {
        byte[] both = ASN1OctetString.getInstance(base.getName()).getOctets();
        addresses.add(address(Arrays.copyOf(both, both.length / 2)));
      }
    }
    return new ServerNames(hosts, addresses);
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no address", e);
    }
  }

  /// An address alone: all bits of the mask are set.
  private static byte[] withMask(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] both = Arrays.copyOf(bytes, 2 * bytes.length);
    Arrays.fill(both, bytes.length, both.length, (byte) 0xff);
    return both;
  }

  private static void add(
      ExtensionsGenerator extensions,
      ASN1ObjectIdentifier type,
      boolean isCritical,
      ASN1Encodable value) {
    try {
      extensions.addExtension(type, isCritical, value);
    } catch (IOException e) {
      throw new IllegalStateException("an extension cannot be written", e);
    }
  }
}
