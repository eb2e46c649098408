/** The law of a state that an agency may tighten and never loosen. */
package io.platelake.core.policy.bounds;
