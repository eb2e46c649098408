/**
 * What people found out about hits: outcomes and their rates, what readers are taught by them,
 * false matches that are ruled out, and whom a bad read or entry has reached.
 */
package io.platelake.app.alert;
