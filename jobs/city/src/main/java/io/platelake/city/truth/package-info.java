/** What landing must do with each record, written beside the payloads. */
package io.platelake.city.truth;
