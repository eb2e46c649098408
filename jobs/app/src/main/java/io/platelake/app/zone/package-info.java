/** Protected places: the registry of zones and the cameras in forbidden places. */
package io.platelake.app.zone;
