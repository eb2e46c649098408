/** Creates the tables and records the policy an agency adopts. */
package io.platelake.app.init;
