/** Protected places: reading them from GeoJSON, and finding the one at a position. */
package io.platelake.core.zone;
