/** Ledger of policies: which agency adopted which words, and when they took effect. */
package io.platelake.app.ledger.policy;
