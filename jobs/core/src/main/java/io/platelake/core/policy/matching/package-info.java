/** Rules on hot lists, matching and alerts. */
package io.platelake.core.policy.matching;
