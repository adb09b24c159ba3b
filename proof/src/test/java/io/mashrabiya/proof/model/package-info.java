/// Runs the Alloy models of docs/design/model: what must hold, and what breaks when one of our
/// checks is dropped.
package io.mashrabiya.proof.model;
