/**
 * Findings of people about hits: outcomes and their rates, lessons about readers, false matches
 * that are ruled out. Also lists everyone whom a bad read or entry has reached.
 */
package io.platelake.app.alert;
