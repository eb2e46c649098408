/** Rules on access, audits, sharing, reports, research, training and changes of the policy. */
package io.platelake.core.policy.governance;
