/** Screens logged searches with the detectors of the policy. */
package io.platelake.app.audit.screen;
