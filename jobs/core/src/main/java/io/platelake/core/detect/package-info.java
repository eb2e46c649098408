/** Detectors over logged searches: candidates for a review, never proof of misuse. */
package io.platelake.core.detect;
