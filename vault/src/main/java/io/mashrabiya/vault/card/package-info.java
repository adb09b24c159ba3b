/// Key cards: who may open what now (formats, section 5).
package io.mashrabiya.vault.card;
