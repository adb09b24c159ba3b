package io.mashrabiya.proof.rules.planted.wire;

import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

record HasAPrivateKey(Ed25519PrivateKeyParameters key) {}
