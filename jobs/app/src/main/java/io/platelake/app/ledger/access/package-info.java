/** Who may and who looked after it: registers, the gate of principals, audits and incidents. */
package io.platelake.app.ledger.access;
