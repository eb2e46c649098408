/** Contradictions between the rules of one policy. */
package io.platelake.core.policy.check;
