package io.mashrabiya.proof.rules.planted.wire;

import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;

/// To verify takes a public key only.
public record InnocentVerifier(Ed25519PublicKeyParameters key) {}
