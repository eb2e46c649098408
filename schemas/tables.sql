-- Generated from schemas/tables/*.yaml by `make schemas`; do not edit.

CREATE TABLE IF NOT EXISTS reads (
  read_id bigint NOT NULL COMMENT '64-bit hash of agency, camera, instant, event and plate: the same event sent again with the same plate has the same id; rows of before without the plate',
  agency_id string NOT NULL COMMENT 'agency that owns the read and whose policy governs it',
  camera_id string NOT NULL COMMENT 'camera in the registry',
  captured_at timestamp NOT NULL COMMENT 'UTC instant of capture; every retention clock of a read starts here',
  landed_at timestamp NOT NULL COMMENT 'as_of of the run that landed it, UTC',
  plate string COMMENT 'plate as the camera read it, upper case A-Z and 0-9 only',
  plate_raw string COMMENT 'plate exactly as the feed sent it, where that differs from plate; null where it is the same, and in rows of before',
  plate_key bigint COMMENT 'plate packed base 37, reversible',
  fold_key bigint COMMENT 'plate_key after folding characters that readers confuse',
  state string COMMENT 'two-letter jurisdiction of the plate, null when unknown',
  state_confidence double COMMENT '0..1, null when the camera gives none',
  confidence double COMMENT '0..1 for the plate text, null when the camera gives none',
  candidates array<struct<plate: string, confidence: double>> COMMENT 'other readings the camera offered, best first',
  make string COMMENT 'vehicle make, lower case, null when unknown',
  model string COMMENT 'vehicle model, lower case, null when unknown',
  color string COMMENT 'vehicle colour, lower case, null when unknown',
  body string COMMENT 'body type, lower case, null when unknown',
  direction double COMMENT 'heading of travel in degrees clockwise from north, null when unknown',
  lat double COMMENT 'WGS 84 latitude in degrees',
  lon double COMMENT 'WGS 84 longitude in degrees',
  image_ref string COMMENT 'reference to a picture in an outside store, never a picture',
  source string NOT NULL COMMENT 'feed that delivered it',
  batch_id string NOT NULL COMMENT 'landing batch that wrote it',
  corrects bigint COMMENT 'read_id of the reading of the same event that this one replaces: that one stays and is not matched; null where there is none',
  delete_after timestamp COMMENT 'instant from which the policy in force at landing forbids keeping it, UTC',
  purpose string NOT NULL COMMENT 'why the read was collected; a wall between jobs',
  date date NOT NULL COMMENT 'UTC date of capture'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'canonical reads, one row per capture of a plate by a camera'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,camera_id,captured_at,landed_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS corrections (
  agency_id string NOT NULL COMMENT 'owner of the read',
  read_id bigint NOT NULL COMMENT 'read that was wrong; it stays, and is not matched any more',
  corrected_id bigint NOT NULL COMMENT 'read that stands beside it with the corrected values',
  served_purpose string NOT NULL COMMENT 'purpose of both reads',
  captured_on date NOT NULL COMMENT 'UTC date of capture of both reads',
  fields array<string> NOT NULL COMMENT 'columns that were corrected, without values',
  reason string NOT NULL COMMENT 'why, without a plate',
  principal string NOT NULL COMMENT 'who',
  recorded_at timestamp NOT NULL COMMENT 'as_of of the correction, UTC'
)
USING delta
COMMENT 'reads that a person corrected: which, what about them, who and when; the values are in reads, the original among them'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS passes (
  pass_id bigint NOT NULL COMMENT 'read_id of its first read',
  agency_id string NOT NULL COMMENT 'agency that owns the reads',
  camera_id string NOT NULL COMMENT 'camera of the reads',
  captured_at timestamp NOT NULL COMMENT 'capture of its first read, UTC',
  last_at timestamp NOT NULL COMMENT 'capture of its last read, UTC; of the same UTC date',
  plate string NOT NULL COMMENT 'plate with the most weight: reads and their candidates, each by its confidence',
  plate_key bigint NOT NULL COMMENT 'plate packed base 37, reversible',
  fold_key bigint NOT NULL COMMENT 'plate_key after folding characters that readers confuse',
  state string COMMENT 'two-letter jurisdiction with the most weight, null when no read states one',
  reads bigint NOT NULL COMMENT 'reads it is made of',
  reads_of_plate bigint NOT NULL COMMENT 'reads among them that say exactly this plate',
  read_ids array<bigint> NOT NULL COMMENT 'the reads, in order of capture',
  agreement double NOT NULL COMMENT 'share of all weight that the plate has, above 0 to 1',
  standing string COMMENT 'STAYS or ALL_DAY when the camera saw the plate as it sees a parked car or a sign, otherwise null',
  computed_at timestamp NOT NULL COMMENT 'as_of of the run, UTC',
  policy_version string NOT NULL COMMENT 'version of the policy that named the look-alike characters',
  delete_after timestamp COMMENT 'the earliest of its reads, UTC',
  purpose string NOT NULL COMMENT 'why the reads were collected; a wall between jobs',
  date date NOT NULL COMMENT 'UTC date of capture of all its reads'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'reads of one vehicle that one camera made in a row, as one: the plate they vote for, beside the reads and never in their place'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,camera_id,captured_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS quarantine (
  quarantine_id bigint NOT NULL COMMENT '64-bit hash of file digest and position',
  agency_id string NOT NULL COMMENT 'agency of the feed',
  feed_id string NOT NULL COMMENT 'feed that delivered it',
  batch_id string NOT NULL COMMENT 'landing batch that wrote it',
  file_digest string NOT NULL COMMENT 'SHA-256 of the file',
  file_name string COMMENT 'name of the file as delivered; vendors put plates into names',
  position bigint NOT NULL COMMENT 'line or record number in the file, from 1',
  reason string NOT NULL COMMENT 'reason code: a Reason of core feed or a LandingReason of app land',
  field string COMMENT 'key of the mapping at fault, such as captured_at; null when the record as a whole is',
  place string COMMENT 'place in the record: the path or column that the field is read from, or byte N of the record, from 0; null when unknown',
  why string COMMENT 'what is wrong, in words of this software, never a text of the record; null in rows of before',
  captured_at timestamp NOT NULL COMMENT 'instant of capture, or of landing where the record names none, UTC',
  landed_at timestamp NOT NULL COMMENT 'as_of of the run, UTC',
  payload string COMMENT 'the record as text without pictures, at most 64 KiB',
  payload_whole boolean COMMENT 'payload is the whole record but its pictures, so that it can be judged again without the file; null in rows of before',
  header string COMMENT 'lines in front of the file\'s rows that name the columns; null without them',
  byte_offset bigint COMMENT 'byte of the unpacked file at which the record starts, from 0, or number of the record of a container; null in rows of before',
  item int COMMENT 'number of the read within its record, from 0; null in rows of before',
  judged_again_at timestamp COMMENT 'as_of of the run that judged the record again, with repaired rules; what it is since then is in another row; null while it waits, UTC',
  judged_again_by string COMMENT 'landing batch that judged it again; null while it waits',
  delete_after timestamp COMMENT 'end of its short retention, UTC',
  purpose string NOT NULL COMMENT 'purpose of the feed',
  date date NOT NULL COMMENT 'UTC date of captured_at'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'records that could not be accepted, with the reason and the record itself'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,captured_at,landed_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS landing (
  batch_id string NOT NULL COMMENT 'manifest the file was planned in',
  batch_seq bigint NOT NULL COMMENT 'number of the batch within its feed, from 1',
  agency_id string NOT NULL COMMENT 'agency of the feed',
  file_digest string NOT NULL COMMENT 'SHA-256 of the file: a renamed copy is the same file',
  bytes bigint NOT NULL COMMENT 'size of the file',
  state string NOT NULL COMMENT 'planned or done; a planned row with counts has landed before and lands again',
  planned_at timestamp NOT NULL COMMENT 'as_of of the run that planned it, UTC',
  done_at timestamp COMMENT 'as_of of the run that finished it, UTC',
  records bigint COMMENT 'records found in the file',
  kept bigint COMMENT 'written to reads',
  excluded bigint COMMENT 'inside a protected place, only counted',
  refused bigint COMMENT 'refused by a rule, by reason in refused_by',
  duplicate bigint COMMENT 'an event already landed',
  quarantined bigint COMMENT 'written to quarantine',
  refused_by map<string, bigint> COMMENT 'refused records by reason code',
  quarantined_by map<string, bigint> COMMENT 'quarantined records by reason code',
  other_plate bigint COMMENT 'kept reads beyond the first of an event, each with another plate; they are among kept',
  judged_by string COMMENT 'SHA-256 of what decided about the records: feed file, layout of the maker, registry of cameras, policy; null in rows of before',
  unusual array<string> COMMENT 'of what the file, or the run it landed in, had an unusual share: QUARANTINED, REFUSED, DUPLICATE, OTHER_PLATE; null when of nothing',
  one_plate_limit double COMMENT 'share of the feed\'s reads of a camera on a date, 0 to 1, above which the feed calls one plate a finding; null in rows of before',
  images_kept bigint COMMENT 'pictures of kept reads, written to images',
  images_dropped bigint COMMENT 'other pictures that came with records that are reads, by reason in images_dropped_by',
  images_dropped_by map<string, bigint> COMMENT 'dropped pictures by PictureLoss',
  first_captured_at timestamp COMMENT 'hour of the earliest capture that a record of the file states, whatever became of it, UTC; null where none states one',
  feed_id string NOT NULL COMMENT 'feed'
)
USING delta
PARTITIONED BY (feed_id)
COMMENT 'one row per landed file: what it was and where every record went'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS raw_files (
  feed_id string NOT NULL COMMENT 'feed',
  agency_id string NOT NULL COMMENT 'agency of the feed',
  purpose string NOT NULL COMMENT 'purpose of the feed',
  file_digest string NOT NULL COMMENT 'SHA-256 of the file; its name is written nowhere, since vendors put plates into names',
  bytes bigint NOT NULL COMMENT 'size of the file',
  event string NOT NULL COMMENT 'kept, moved or gone',
  folder string NOT NULL COMMENT 'URI of the folder that it lies in or below',
  at timestamp NOT NULL COMMENT 'as_of of the run that says so, UTC',
  delete_after timestamp COMMENT 'instant from which it must be gone, UTC; null when nothing limits it',
  modified timestamp COMMENT 'when a kept file was last written to, by the clock of its storage, UTC: with size and folder it says that the file need not be read again; null of others, and in rows of before'
)
USING delta
COMMENT 'landed raw files that were kept or moved, until they are gone: they hold plates outside the lake'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS exclusions (
  batch_id string NOT NULL COMMENT 'landing batch that counted them',
  agency_id string NOT NULL COMMENT 'agency of the camera',
  camera_id string NOT NULL COMMENT 'camera',
  zone_id string NOT NULL COMMENT 'protected place',
  zone_kind string NOT NULL COMMENT 'kind of protected place',
  purpose string NOT NULL COMMENT 'purpose of the feed',
  hour timestamp NOT NULL COMMENT 'start of the UTC hour of capture',
  date date NOT NULL COMMENT 'UTC date of capture',
  reads bigint NOT NULL COMMENT 'reads not written'
)
USING delta
COMMENT 'counts of reads refused at protected places, per camera, place and hour'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'hour,date',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS cameras (
  camera_id string NOT NULL COMMENT 'id used in every table',
  agency_id string NOT NULL COMMENT 'owner',
  vendor_camera_id string COMMENT 'id the vendor payload carries',
  site_name string COMMENT 'name for people',
  site_type string NOT NULL COMMENT 'street, wsp_site, weigh_station, parking or mobile',
  maker string COMMENT 'who made the reader',
  model string COMMENT 'the maker\'s model or engine; scores rest on what its misreads taught',
  loaded_at timestamp NOT NULL COMMENT 'as_of of the load, UTC'
)
USING delta
COMMENT 'device registry'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS deployments (
  camera_id string NOT NULL COMMENT 'camera',
  agency_id string NOT NULL COMMENT 'owner',
  lat double COMMENT 'WGS 84 latitude in degrees; null for a mobile camera without a position of its own',
  lon double COMMENT 'WGS 84 longitude in degrees; null with lat',
  heading double COMMENT 'degrees clockwise from north',
  valid_from timestamp NOT NULL COMMENT 'first instant at this place, UTC',
  valid_to timestamp COMMENT 'first instant no longer there, UTC; null while it stands',
  loaded_at timestamp NOT NULL COMMENT 'as_of of the load, UTC'
)
USING delta
COMMENT 'where each camera stood and when'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS zones (
  zone_id string NOT NULL COMMENT 'id from the source',
  agency_id string NOT NULL COMMENT 'agency that must not collect there',
  kind string NOT NULL COMMENT 'one of the kinds the policy names',
  name string COMMENT 'name for people',
  wkt string NOT NULL COMMENT 'geometry, WGS 84 longitude latitude',
  buffer_m double NOT NULL COMMENT 'immediate surroundings in metres',
  effective_from timestamp COMMENT 'first instant it is protected, UTC; null: always was',
  effective_to timestamp COMMENT 'first instant it is not, UTC; null: still is',
  source_digest string NOT NULL COMMENT 'SHA-256 of the file it came from',
  loaded_at timestamp NOT NULL COMMENT 'as_of of the load, UTC'
)
USING delta
COMMENT 'protected places where no read may be collected'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS hotlists (
  snapshot_id string NOT NULL COMMENT 'hash of list, source time, file, definition and policy version',
  list_id string NOT NULL COMMENT 'list',
  agency_id string NOT NULL COMMENT 'agency that uses it',
  purpose string NOT NULL COMMENT 'purpose it serves',
  source string NOT NULL COMMENT 'who maintains it, a name the policy allows',
  owner string COMMENT 'agency that maintains it; null when the one that uses it does',
  layout string COMMENT 'layout that its definition names, null when it holds its own',
  source_time timestamp NOT NULL COMMENT 'when the source made it, UTC; its age counts from here',
  loaded_at timestamp NOT NULL COMMENT 'as_of of the load, UTC',
  loaded_by string COMMENT 'who loaded it',
  approval string COMMENT 'role whose approval it waits for until hotlist_decisions has one, null when it needs none',
  file_digest string NOT NULL COMMENT 'SHA-256 of the file',
  records bigint NOT NULL COMMENT 'records in the file',
  accepted bigint NOT NULL COMMENT 'entries loaded',
  refused bigint NOT NULL COMMENT 'records that break a rule',
  refused_by map<string, bigint> COMMENT 'refused records by reason code',
  dropped bigint NOT NULL COMMENT 'records of prohibited categories',
  dropped_by map<string, bigint> COMMENT 'dropped records by category',
  duplicate bigint NOT NULL COMMENT 'records that repeat another of the file',
  skipped bigint COMMENT 'lines that are no records by the layout, besides header and trailer',
  letter_o_as_zero boolean NOT NULL COMMENT 'the source writes the letter O as the digit 0'
)
USING delta
COMMENT 'one row per accepted list snapshot; refused ones stand in job_runs'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS hotlist_entries (
  entry_id bigint NOT NULL COMMENT '64-bit hash of list, state, category, case, beginning where the list gives one, and plate, pattern or, without either, make, model, color and body',
  agency_id string NOT NULL COMMENT 'agency that uses the list',
  purpose string NOT NULL COMMENT 'purpose the list serves',
  plate string COMMENT 'wanted plate, normalised; null when only a part of it or none is known',
  plate_key bigint COMMENT 'packed plate',
  fold_key bigint COMMENT 'packed plate after folding',
  pattern string COMMENT 'part of a plate that is known, ? for one character and * for any number; null for a whole plate and for the description of a vehicle without one',
  state string COMMENT 'two-letter jurisdiction, null when the list names none',
  category string NOT NULL COMMENT 'why it is listed, a category of the policy',
  offence_class string COMMENT 'felony or gross_misdemeanor where the category needs one',
  case_number string COMMENT 'case the entry belongs to',
  officer string COMMENT 'officer who determined it relevant',
  determination string COMMENT 'the determination, as documented in the case file',
  instructions string COMMENT 'what to do on a hit, as the list writes it',
  make string COMMENT 'lower case',
  model string COMMENT 'lower case',
  color string COMMENT 'lower case',
  body string COMMENT 'lower case',
  begins timestamp COMMENT 'first instant it is in force, UTC; null when it is in force from its snapshot on',
  expires timestamp COMMENT 'first instant it is no longer in force, UTC',
  source_time timestamp NOT NULL COMMENT 'source time of the snapshot, UTC',
  list_id string NOT NULL COMMENT 'list',
  snapshot_id string NOT NULL COMMENT 'snapshot it belongs to'
)
USING delta
PARTITIONED BY (list_id, snapshot_id)
COMMENT 'entries of the accepted snapshots'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'source_time',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS hotlist_decisions (
  decision_id string NOT NULL COMMENT 'hash of what was decided about what, and when',
  list_id string NOT NULL COMMENT 'list',
  agency_id string NOT NULL COMMENT 'agency that uses the list',
  decision string NOT NULL COMMENT 'approve or withdraw',
  snapshot_id string COMMENT 'snapshot it is about; null for the list or an entry',
  entry_id bigint COMMENT 'entry it is about; null for a list or a snapshot',
  role string COMMENT 'role in which somebody approves; null for a withdrawal',
  document string NOT NULL COMMENT 'reference or reason of the decision',
  decided_at timestamp NOT NULL COMMENT 'as_of of the decision, UTC',
  principal string NOT NULL COMMENT 'who recorded it'
)
USING delta
COMMENT 'approvals and withdrawals of lists, of their snapshots and of single entries'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS hits (
  hit_id bigint NOT NULL COMMENT '64-bit hash of read_id and entry_id',
  read_id bigint NOT NULL COMMENT 'the read',
  entry_id bigint NOT NULL COMMENT 'the entry',
  snapshot_id string NOT NULL COMMENT 'snapshot that held the entry',
  list_id string NOT NULL COMMENT 'list',
  agency_id string NOT NULL COMMENT 'owner of the read',
  camera_id string NOT NULL COMMENT 'camera of the read',
  captured_at timestamp NOT NULL COMMENT 'instant of capture, UTC',
  matched_at timestamp NOT NULL COMMENT 'as_of of the match, UTC',
  tier string NOT NULL COMMENT 'plate verdict: EXACT, EQUIVALENT or NEAR; PARTIAL where the entry knows a part of its plate, which fits; VEHICLE where it describes a vehicle without a plate',
  substitutions int NOT NULL COMMENT 'characters that differ: of an equivalent plate all within one class of look-alikes; 0 of tiers PARTIAL and VEHICLE',
  near_evidence string COMMENT 'of a near plate what else speaks for it: CANDIDATE, STATE_AND_VEHICLE or LOW_CONFIDENCE_AND_VEHICLE; CANDIDATE of a partial plate that another candidate of the reader fits; null otherwise',
  state_verdict string NOT NULL COMMENT 'SAME, DIFFERENT or UNKNOWN',
  vehicle_verdict string NOT NULL COMMENT 'CONSISTENT, INCONSISTENT or UNKNOWN',
  score double COMMENT 'probability that the read is the wanted vehicle, 0..1; of tier PARTIAL a ranking that nothing has calibrated; null of tier VEHICLE and of a candidate that fits a partial plate, where nothing is known to base one on',
  score_plate double COMMENT 'what the plate adds to the log odds of the score; null without a score, as the next three',
  score_state double COMMENT 'what the state adds, 0 when unknown',
  score_vehicle double COMMENT 'what the vehicle adds, 0 when unknown',
  score_candidate double COMMENT 'what the reader\'s other candidates add, 0 unless a near plate is among them',
  score_support bigint COMMENT 'adjudicated plates behind the score, of cameras of any model; 0 when it rests on published rates',
  score_support_model bigint COMMENT 'of these, plates read by cameras of the same model; 0 when it is unknown',
  listing string NOT NULL COMMENT 'LISTED; STALE once a newer snapshot of the list lacks the entry, or somebody took it out; a list or snapshot that is withdrawn as a whole says nothing about its entries',
  instructions string COMMENT 'what the list says to do, unchanged',
  category string NOT NULL COMMENT 'category of the entry',
  is_alert boolean NOT NULL COMMENT 'the policy allowed an alert when it was matched, and a later ruling does not take that back; listing tells whether the entry still stands',
  alert_reason string NOT NULL COMMENT 'why it is, or is not, an alert; SUPPRESSED once a person has ruled the match out, also of a hit that was an alert before',
  policy_version string NOT NULL COMMENT 'version of the policy that decided',
  delete_after timestamp COMMENT 'as the read, UTC',
  purpose string NOT NULL COMMENT 'why the read was collected; a wall between jobs',
  date date NOT NULL COMMENT 'UTC date of capture'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'one row per read and entry that agree'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,camera_id,captured_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS images (
  read_id bigint NOT NULL COMMENT 'the read, in the same partition of reads',
  agency_id string NOT NULL COMMENT 'owner of the read',
  camera_id string NOT NULL COMMENT 'camera of the read',
  captured_at timestamp NOT NULL COMMENT 'instant of capture, UTC',
  kind string NOT NULL COMMENT 'plate_crop, vehicle_crop or scene',
  media_type string NOT NULL COMMENT 'image/jpeg, image/png or image/webp, by the first bytes',
  bytes binary NOT NULL COMMENT 'the picture as the camera sent it, at most 2 MiB',
  sha256 string NOT NULL COMMENT 'SHA-256 of bytes',
  landed_at timestamp NOT NULL COMMENT 'as_of of the run that landed it, UTC',
  batch_id string NOT NULL COMMENT 'landing batch that wrote it',
  delete_after timestamp COMMENT 'as the read or earlier, where the policy limits images further, UTC',
  purpose string NOT NULL COMMENT 'why the read was collected; a wall between jobs',
  date date NOT NULL COMMENT 'UTC date of capture'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'pictures that came with reads, where the policy of the purpose keeps them; at most one of a kind a read'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,camera_id,captured_at,landed_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS outcomes (
  outcome_id string NOT NULL COMMENT 'id in the source system',
  hit_id bigint COMMENT 'the hit it belongs to, which may be gone',
  agency_id string NOT NULL COMMENT 'agency',
  kind string NOT NULL COMMENT 'plate_check, state_check, vehicle_check, dispatch_confirmation, stop, result, wrong, arrest, prosecution, vehicle_recovered or plate_recovered',
  step string COMMENT 'step of verification that the kind is: PLATE_CHECK, STATE_CHECK, VEHICLE_CHECK, DISPATCH_CONFIRMATION, STOP or RESULT; null for what follows from it',
  occurred_at timestamp NOT NULL COMMENT 'when it happened, UTC',
  alert_at timestamp COMMENT 'when the alert was there: as the source says, otherwise the capture, UTC; null when neither is known',
  confirmed boolean COMMENT 'of a check or result, whether it agreed with the alert; null for the others',
  cause string COMMENT 'of a check or result that did not agree: MISREAD, WRONG_STATE, STALE, BAD_ENTRY or OTHER',
  recorded_at timestamp NOT NULL COMMENT 'as_of of the load that wrote it last, UTC'
)
USING delta
COMMENT 'what was done about an alert and what came of it: checks, stop, result, arrest, prosecution, recovery'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS confusions (
  batch_id string NOT NULL COMMENT 'hash of the hits',
  camera_model string COMMENT 'maker and model of the cameras, null when unknown',
  learned_at timestamp NOT NULL COMMENT 'as_of of the load that taught it, UTC',
  hits array<bigint> NOT NULL COMMENT 'hits it was learned from: none teaches twice',
  plates bigint NOT NULL COMMENT 'plates behind the characters; none, or so many that no plate can be told from them',
  characters array<struct<truth: string, reading: string, count: bigint>> NOT NULL COMMENT 'how often the true character was read as the other; null truth: nothing was there, null reading: it was lost',
  state_agreed bigint NOT NULL COMMENT 'confirmed hits whose state was the same',
  state_differed bigint NOT NULL COMMENT 'confirmed hits whose state was another',
  vehicle_agreed bigint NOT NULL COMMENT 'confirmed hits whose vehicle was consistent',
  vehicle_differed bigint NOT NULL COMMENT 'confirmed hits whose vehicle was inconsistent',
  others_agreed bigint NOT NULL COMMENT 'misread hits whose vehicle was consistent all the same',
  others_differed bigint NOT NULL COMMENT 'misread hits whose vehicle was inconsistent'
)
USING delta
COMMENT 'what adjudicated hits taught about readers: counts of characters and verdicts, one row per batch of hits'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS suppressions (
  suppression_id string NOT NULL COMMENT 'hash of the hit and the instant of the ruling',
  event string NOT NULL COMMENT 'suppress or withdraw',
  at timestamp NOT NULL COMMENT 'as_of of the event, UTC',
  agency_id string NOT NULL COMMENT 'agency whose hit it was',
  hit_id bigint NOT NULL COMMENT 'the hit',
  entry_id bigint COMMENT 'the entry; null on withdrawal, as all that describes the match',
  list_id string NOT NULL COMMENT 'list of the entry',
  plate_key bigint COMMENT 'plate as it was read, packed',
  read_state string COMMENT 'state of the read',
  read_make string COMMENT 'make of the read',
  read_model string COMMENT 'model of the read',
  read_color string COMMENT 'colour of the read',
  read_body string COMMENT 'body of the read',
  entry_state string COMMENT 'state of the entry',
  entry_make string COMMENT 'make of the entry',
  entry_model string COMMENT 'model of the entry',
  entry_color string COMMENT 'colour of the entry',
  entry_body string COMMENT 'body of the entry',
  reason string NOT NULL COMMENT 'why, without a plate',
  principal string NOT NULL COMMENT 'who',
  date date NOT NULL COMMENT 'UTC date from which it covers nothing; a purge takes it before or on it'
)
USING delta
PARTITIONED BY (date)
COMMENT 'false matches that a person ruled out until a date, one row per ruling and per withdrawal'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS holds (
  hold_id string NOT NULL COMMENT 'id of the hold',
  event string NOT NULL COMMENT 'open or close',
  at timestamp NOT NULL COMMENT 'as_of of the event, UTC',
  agency_id string NOT NULL COMMENT 'agency whose reads are held',
  kind string NOT NULL COMMENT 'court_order, preservation_request or evidence',
  case_ref string COMMENT 'case it serves',
  authority string NOT NULL COMMENT 'document that orders it',
  category string COMMENT 'offence category, for evidence',
  purposes array<string> COMMENT 'purposes it reaches; null on close',
  plates array<string> COMMENT 'normalised plates it selects; null: any',
  cameras array<string> COMMENT 'cameras it selects; null: any',
  captured_from timestamp COMMENT 'first instant of capture it selects, UTC; null: any',
  captured_to timestamp COMMENT 'first instant it no longer selects, UTC; null: any',
  review_due timestamp COMMENT 'when somebody must ask whether it is still needed, UTC',
  principal string COMMENT 'who recorded the event'
)
USING delta
COMMENT 'court orders, preservation requests and evidence holds, one row per opening and per closing'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS evidence (
  read_id bigint NOT NULL COMMENT 'the read',
  agency_id string NOT NULL COMMENT 'owner',
  purpose string NOT NULL COMMENT 'purpose of the read',
  captured_at timestamp NOT NULL COMMENT 'instant of capture, UTC',
  copied_at timestamp NOT NULL COMMENT 'as_of of the purge that copied it, UTC',
  record string COMMENT 'the read as JSON, every column that has a value, in the order of the contract, instants to the millisecond',
  digest string COMMENT 'SHA-256 of record',
  images array<struct<kind: string, media_type: string, sha256: string, bytes: binary>> COMMENT 'pictures of the read as they were in images, by kind; null where it had none',
  hold_id string NOT NULL COMMENT 'hold that keeps it'
)
USING delta
PARTITIONED BY (hold_id)
COMMENT 'copies of held reads with their digest, kept for the case and no longer'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS daily_facts (
  date date NOT NULL COMMENT 'UTC date of capture',
  agency_id string NOT NULL COMMENT 'agency',
  purpose string NOT NULL COMMENT 'purpose',
  camera_id string COMMENT 'camera; null: all',
  list_id string COMMENT 'hot list, for hits, alerts and what came of these; null otherwise',
  metric string NOT NULL COMMENT 'reads_kept, distinct_vehicles, passes, passes_standing, excluded, hits or alerts; of alerts adjudicated, confirmed, false_<cause>, verified, stops_unverified or seconds_to_verify_median',
  value bigint NOT NULL COMMENT 'count; seconds for the median',
  computed_at timestamp NOT NULL COMMENT 'as_of of the run, UTC'
)
USING delta
COMMENT 'counts that outlive the reads they were computed from'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'date',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS purge_approvals (
  agency_id string NOT NULL COMMENT 'agency',
  record_class string NOT NULL COMMENT 'reads with what follows them, or a record class of the policy',
  purpose string COMMENT 'purpose of the reads; null for other classes',
  role string NOT NULL COMMENT 'who approves, as the policy names it',
  captured_before timestamp NOT NULL COMMENT 'what was captured (or superseded) before this instant may go, UTC',
  document string NOT NULL COMMENT 'reference of the decision',
  approved_at timestamp NOT NULL COMMENT 'as_of of the approval, UTC',
  principal string NOT NULL COMMENT 'who recorded it'
)
USING delta
COMMENT 'approvals without which a purge takes nothing of what they concern'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS purge_runs (
  run_id string NOT NULL COMMENT 'purge run: the digest of its plan',
  step_no int NOT NULL COMMENT '0 is the plan',
  step string NOT NULL COMMENT 'plan, close, facts, evidence, references, raw, delete, vacuum, sweep or done',
  as_of timestamp NOT NULL COMMENT 'now of the run, UTC',
  table_name string COMMENT 'table the step worked on',
  partition string COMMENT 'folder of the partition below the table',
  agencies array<string> COMMENT 'owners whose rows went; null where the step is not about rows',
  version bigint COMMENT 'table version after the step',
  files bigint COMMENT 'files the step concerned',
  bytes bigint COMMENT 'bytes the step concerned',
  rows bigint COMMENT 'rows the step concerned',
  policy_version string NOT NULL COMMENT 'policy that ordered it',
  detail string COMMENT 'JSON: the whole plan for plan, otherwise particulars of the step'
)
USING delta
COMMENT 'every step of every purge: planned, dates closed, facts computed, evidence copied, deleted, vacuumed, swept; the verification is in purge_certificates'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS purge_certificates (
  seq bigint NOT NULL COMMENT 'place in the chain, from 1',
  run_id string NOT NULL COMMENT 'purge run it certifies',
  as_of timestamp NOT NULL COMMENT 'now of the verification, UTC',
  outcome string NOT NULL COMMENT 'clean or finding',
  body string NOT NULL COMMENT 'the certificate, canonical JSON',
  prev_hash string NOT NULL COMMENT 'hash of the certificate before, 64 zeros for the first',
  hash string NOT NULL COMMENT 'SHA-256 of prev_hash, a line feed and body',
  key_id string COMMENT 'id of the key that signed it; null where none did',
  signature string COMMENT 'Ed25519 signature of the number and the hash, Base64'
)
USING delta
COMMENT 'proof of each purge, chained by hash'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS access_log (
  agency_id string NOT NULL COMMENT 'agency whose data was asked for; it has a chain of its own',
  seq bigint NOT NULL COMMENT 'number of the row in the chain of the agency, from 1 without gaps',
  event string NOT NULL COMMENT 'intent: before a look, with the decision; outcome: after it; opened: a token was tested; audit_read: this log was read; destroyed: rows of it were purged',
  search_id string NOT NULL COMMENT 'id that the intent and the outcome of a look share',
  at timestamp NOT NULL COMMENT 'now of the run, UTC',
  recorded_at timestamp NOT NULL COMMENT 'wall clock at which the row was written, UTC; retention counts from it',
  delete_after timestamp COMMENT 'instant by which it must be gone, by the policy of that time, UTC; null without a maximum',
  username string NOT NULL COMMENT 'account that asked',
  affiliation string NOT NULL COMMENT 'agency of the account',
  roles array<string> COMMENT 'roles of the account in the policy',
  attested_by string NOT NULL COMMENT 'what speaks for the account: os, airflow, token or stated',
  device string COMMENT 'device that a signed token attests; null where nothing attests one',
  second_factor boolean NOT NULL COMMENT 'whether a signed token attests a second factor',
  command string NOT NULL COMMENT 'command of the platform, such as search',
  kind string NOT NULL COMMENT 'search, export, share or audit',
  served_purpose string COMMENT 'purpose of the policy whose reads were asked for',
  stated_purpose string COMMENT 'purpose as it was stated',
  offence string COMMENT 'type of offence as it was stated',
  reason string COMMENT 'reason in words',
  case_ref string COMMENT 'case number',
  incident_ref string COMMENT 'incident number',
  call_ref string COMMENT 'call for service',
  suspect string COMMENT 'last name of the suspect, where the policy takes one',
  legal_basis string COMMENT 'warrant, subpoena, consent or none',
  query_kinds array<string> COMMENT 'what was asked by: plate, part, vehicle, place',
  plate_tokens array<string> COMMENT 'keyed token of each plate, or part of a plate, that was asked for',
  vehicle_make string COMMENT 'make that was asked for',
  vehicle_color string COMMENT 'colour that was asked for',
  vehicle_body string COMMENT 'body type that was asked for',
  plate_state string COMMENT 'state of the plate that was asked for',
  lat double COMMENT 'middle of the area that was asked for, degrees north',
  lon double COMMENT 'middle of the area that was asked for, degrees east',
  radius_m double COMMENT 'radius of that area in metres',
  cameras array<string> COMMENT 'cameras whose reads were asked for; null for all',
  agencies array<string> COMMENT 'agencies whose reads were looked at',
  searched_from timestamp COMMENT 'first instant of capture that was asked for, UTC',
  searched_to timestamp COMMENT 'first instant of capture after it, UTC',
  decision string COMMENT 'allow or deny; null in a row that decides nothing',
  denials array<string> COMMENT 'reasons against it, each with its clause',
  result string COMMENT 'of an outcome: given, nothing, too_many or failed',
  rows_looked bigint COMMENT 'reads that the request found',
  rows_given bigint COMMENT 'rows of the answer',
  recipient string COMMENT 'who gets the answer',
  place string COMMENT 'registered place that the answer went to',
  destroy_on date COMMENT 'day on which the answer must be destroyed',
  answer_digest string COMMENT 'SHA-256 of the answer',
  policy_version string COMMENT 'policy that decided',
  request_digest string COMMENT 'keyed digest of the request, so that nobody can try plates out',
  key_id string COMMENT 'id of the key of the tokens',
  note string COMMENT 'of a destroyed row: which rows went, by which plan',
  prev_hash string NOT NULL COMMENT 'hash of the row before, 64 zeros for the first',
  hash string NOT NULL COMMENT 'SHA-256 of prev_hash, a line feed and the canonical JSON of the other columns that have a value, without purpose and date',
  purpose string NOT NULL COMMENT 'always auditing: the purpose that the log serves',
  date date NOT NULL COMMENT 'UTC date of recorded_at'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'who looked, when, why and under which case: one row before each look and one after it, chained by hash'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,seq,at,recorded_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS access_totals (
  agency_id string NOT NULL COMMENT 'agency',
  seq bigint NOT NULL COMMENT 'number of the sum in the chain of the agency, from 1 without gaps',
  date date NOT NULL COMMENT 'UTC date of the rows',
  first_seq bigint NOT NULL COMMENT 'number of its first row',
  last_seq bigint NOT NULL COMMENT 'number of its last row',
  counts map<string, bigint> NOT NULL COMMENT 'rows by event, and denied intents as denied',
  before_hash string NOT NULL COMMENT 'hash of the row before its first row',
  last_hash string NOT NULL COMMENT 'hash of its last row',
  recorded_at timestamp NOT NULL COMMENT 'wall clock at which it was written, UTC',
  prev_hash string NOT NULL COMMENT 'hash of the sum before, 64 zeros for the first',
  hash string NOT NULL COMMENT 'SHA-256 of prev_hash, a line feed and the canonical JSON of the other columns'
)
USING delta
COMMENT 'sums of the access log by day, chained by hash: they outlive the rows'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS imported_log (
  agency_id string NOT NULL COMMENT 'agency that got the file',
  vendor string NOT NULL COMMENT 'vendor that handed it out, as the agency names it',
  layout string NOT NULL COMMENT 'layout that the file was read with',
  lists string NOT NULL COMMENT 'searches, events or state: what its rows are',
  file_digest string NOT NULL COMMENT 'SHA-256 of the file; imported_files knows its name',
  row_no bigint NOT NULL COMMENT 'number of the row in the file, from 1; headers do not count',
  line_no bigint NOT NULL COMMENT 'line where the row starts, from 1',
  row_key bigint NOT NULL COMMENT 'keyed digest of all cells, the same for the same row of another file',
  row_id string NOT NULL COMMENT 'id that the log gives the search or event; otherwise file and row',
  at timestamp COMMENT 'instant of the search or event, UTC; null where the file shows none',
  recorded_at timestamp NOT NULL COMMENT 'start of its retention, UTC: at, or the import where that is null or later',
  imported_at timestamp NOT NULL COMMENT 'wall clock of the import, UTC',
  delete_after timestamp COMMENT 'instant by which it must be gone, by the policy of the import, UTC; null without a maximum',
  cells map<string, string> NOT NULL COMMENT 'texts by column; a plate is a keyed token, and a cell that may hide one a keyed digest',
  states map<string, string> NOT NULL COMMENT 'what can be seen of each cell: value, unlisted, empty, placeholder, masked, partial or withheld',
  key_id string NOT NULL COMMENT 'id of the key of the tokens',
  purpose string NOT NULL COMMENT 'always auditing: the purpose that logs serve',
  date date NOT NULL COMMENT 'UTC date of recorded_at'
)
USING delta
PARTITIONED BY (purpose, date)
COMMENT 'access logs that vendors handed out, row by row as they were imported: searches, changes of sharing, accounts'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = 'agency_id,vendor,at,recorded_at,delete_after',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS imported_files (
  agency_id string NOT NULL COMMENT 'agency',
  file_digest string NOT NULL COMMENT 'SHA-256 of the file',
  file_name string NOT NULL COMMENT 'its name, without folders',
  vendor string NOT NULL COMMENT 'vendor that handed it out',
  layout string NOT NULL COMMENT 'layout that it was read with',
  lists string NOT NULL COMMENT 'searches, events or state: what its rows are',
  imported_at timestamp NOT NULL COMMENT 'as_of of the import, UTC',
  run_id string NOT NULL COMMENT 'run that imported it',
  principal string NOT NULL COMMENT 'who ran it',
  rows bigint NOT NULL COMMENT 'rows of the file: taken, repeated, known, past_limit and kept_out',
  taken bigint NOT NULL COMMENT 'rows that are in imported_log by this file',
  repeated bigint NOT NULL COMMENT 'rows that repeat another of the file',
  known bigint NOT NULL COMMENT 'rows that a file imported before has',
  past_limit bigint NOT NULL COMMENT 'rows that the policy would have destroyed by then',
  kept_out bigint NOT NULL COMMENT 'rows that are damaged; faults says where',
  first_at timestamp COMMENT 'first instant, UTC',
  last_at timestamp COMMENT 'last instant, UTC',
  columns array<string> NOT NULL COMMENT 'our names of its columns',
  states map<string, bigint> NOT NULL COMMENT 'rows by column and state, as reason empty',
  faults array<string> COMMENT 'what is wrong, in words, with the number of the first row',
  gaps map<string, bigint> NOT NULL COMMENT 'taken searches that lack account, time or a statement of the policy; a hidden cell is no gap',
  own_names array<string> COMMENT 'names of the agency itself in this log',
  policy_version string NOT NULL COMMENT 'policy that decided what is missing',
  key_id string NOT NULL COMMENT 'id of the key of the tokens'
)
USING delta
COMMENT 'files of vendors\' access logs that were imported: what was in them, what was damaged, and what was missing'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS shares (
  share_id string NOT NULL COMMENT 'id',
  agency_id string NOT NULL COMMENT 'agency that shares',
  kind string NOT NULL COMMENT 'basis of the policy, such as court_order; disclosure_order in rows without event',
  recipient string NOT NULL COMMENT 'name of the recipient in its register',
  recipient_kind string NOT NULL COMMENT 'government_agency, court, researcher or other',
  data_kind string NOT NULL COMMENT 'alpr or audit',
  received_at timestamp NOT NULL COMMENT 'when the request came, UTC',
  shared_at timestamp COMMENT 'when data was disclosed, UTC; null: not disclosed by this event',
  records bigint COMMENT 'records disclosed',
  event string COMMENT 'request, verify, approve, fulfil, refuse, or deny: a step that was refused; null in rows of before the gateway',
  at timestamp COMMENT 'as_of of the event, UTC',
  principal string COMMENT 'who',
  recipient_id string COMMENT 'id in the register of recipients',
  enforces boolean COMMENT 'whether the recipient enforces the law or prosecutes',
  need string COMMENT 'why the recipient needs it',
  consideration string COMMENT 'what was offered for it; none where nothing was',
  on_file map<string, string> COMMENT 'what is on file, by the words of the policy',
  agreement string COMMENT 'agreement that the request names',
  task_force string COMMENT 'task force for which the recipient asks',
  direct_access boolean COMMENT 'whether the recipient wants to look itself',
  grant_key string COMMENT 'grant of that access, account and number',
  public_records boolean COMMENT 'whether it is a request for public records',
  routed_to string COMMENT 'office that decides, where the policy names one',
  role string COMMENT 'office in which the principal approved',
  reasons array<string> COMMENT 'why a step was refused: reason and subject',
  document string COMMENT 'reference of the decision, or of the email by which data went',
  export_id string COMMENT 'export that was handed over',
  policy_version string COMMENT 'policy that decided'
)
USING delta
COMMENT 'requests for data and what became of them, one row per event'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS exports (
  export_id string NOT NULL COMMENT 'id',
  event string NOT NULL COMMENT 'given, recorded before the file is written; failed: it was not written; destroyed: gone from its place; confirmed: the recipient says so',
  at timestamp NOT NULL COMMENT 'as_of of the event, UTC',
  agency_id string NOT NULL COMMENT 'agency whose data it holds',
  principal string NOT NULL COMMENT 'who',
  kind string COMMENT 'search, share, evidence, extract or audit',
  place_id string COMMENT 'place of its register; null in lakes that register none',
  folder string COMMENT 'folder of the files',
  file string COMMENT 'name of the data file',
  manifest string COMMENT 'name of the file that speaks for it',
  rows bigint COMMENT 'rows in it',
  sha256 string COMMENT 'SHA-256 of it',
  tables array<string> COMMENT 'tables that its rows come from',
  purpose string COMMENT 'purpose of the policy that it serves',
  recipient string COMMENT 'who got it: an account, or the id of a body outside the agency',
  outside boolean COMMENT 'whether the recipient is outside the agency',
  case_ref string COMMENT 'case that it serves',
  source_id string COMMENT 'search, hold, release or share that it answers',
  made_from string COMMENT 'export whose bytes these are',
  destroy_on date COMMENT 'UTC date on which it must be destroyed; null where the policy sets none',
  document string COMMENT 'proof of the destruction: what was found, or reference of the confirmation',
  policy_version string COMMENT 'policy that set the date'
)
USING delta
COMMENT 'what left the lake as a file, where it went and when it was destroyed, one row per event'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS research_releases (
  release_id string NOT NULL COMMENT 'id of the release',
  event string NOT NULL COMMENT 'request, approve or run',
  at timestamp NOT NULL COMMENT 'as_of of the event, UTC',
  agency_id string NOT NULL COMMENT 'agency whose reads are used',
  principal string NOT NULL COMMENT 'who',
  role string COMMENT 'role in which the principal approved',
  product string COMMENT 'camera-hour',
  purpose string COMMENT 'purpose of the reads used',
  window_from timestamp COMMENT 'first instant of capture, UTC',
  window_to timestamp COMMENT 'first instant after, UTC',
  expires timestamp COMMENT 'first instant the approval is void, UTC',
  parameters_digest string NOT NULL COMMENT 'SHA-256 of product, agency, purpose and window: an approval covers exactly this',
  legal_basis string COMMENT 'study agreement and statute the request rests on',
  file_digest string COMMENT 'SHA-256 of the file a run wrote',
  rows bigint COMMENT 'rows a run wrote',
  suppressed bigint COMMENT 'rows a run wrote without their value'
)
USING delta
COMMENT 'requests, approvals and runs of research extracts, one row per event'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS audits (
  audit_id string NOT NULL COMMENT 'id',
  agency_id string NOT NULL COMMENT 'agency',
  completed_at timestamp NOT NULL COMMENT 'UTC',
  scope string NOT NULL COMMENT 'what was reviewed',
  sampled bigint COMMENT 'records reviewed',
  exceptions bigint NOT NULL COMMENT 'records that broke a rule',
  summary string NOT NULL COMMENT 'result in a sentence'
)
USING delta
COMMENT 'internal audits and their results'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS audit_findings (
  finding_id string NOT NULL COMMENT 'hash of detector and searches, the same in every screen',
  agency_id string NOT NULL COMMENT 'agency',
  detector string NOT NULL COMMENT 'rule that found it, as the policy names it',
  source string NOT NULL COMMENT 'own, or vendor and its name: the log that was screened',
  searches array<string> NOT NULL COMMENT 'ids of the searches in that log, by time',
  account string COMMENT 'who searched; null where the log hides it, or several did',
  first_at timestamp NOT NULL COMMENT 'first of the searches, UTC',
  last_at timestamp NOT NULL COMMENT 'last of the searches, UTC',
  measure bigint NOT NULL COMMENT 'what the detector counted; 1 where one search is enough',
  authority string NOT NULL COMMENT 'clause behind the rule',
  policy_version string NOT NULL COMMENT 'policy whose threshold decided',
  found_at timestamp NOT NULL COMMENT 'as_of of the screen that found it first, UTC'
)
USING delta
COMMENT 'what a screen of logged searches found: candidates for a review, never proof of misuse'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS audit_samples (
  audit_id string NOT NULL COMMENT 'id',
  agency_id string NOT NULL COMMENT 'agency',
  drawn_at timestamp NOT NULL COMMENT 'as_of of the draw, UTC',
  window_from timestamp NOT NULL COMMENT 'first instant of the searches, UTC',
  window_to timestamp NOT NULL COMMENT 'first instant after them, UTC',
  source string NOT NULL COMMENT 'own, or vendor and its name: the log that was drawn from',
  population bigint NOT NULL COMMENT 'searches in the window',
  population_digest string NOT NULL COMMENT 'SHA-256 of their ids, sorted, with a line feed after each',
  seed string NOT NULL COMMENT 'what the ranks depend on',
  stratified_by string COMMENT 'unit or account; null for a plain sample',
  asked bigint NOT NULL COMMENT 'size that was asked for',
  items array<string> NOT NULL COMMENT 'ids drawn, by rank',
  strata array<string> NOT NULL COMMENT 'stratum of each item; empty text in a plain sample',
  searchers array<string> NOT NULL COMMENT 'account of each item; empty text where the log hides it',
  labels array<string> NOT NULL COMMENT 'detectors that name each item, a blank between them',
  policy_version string NOT NULL COMMENT 'policy that set the least size',
  principal string NOT NULL COMMENT 'who drew it'
)
USING delta
COMMENT 'samples drawn for audits: population, seed and what was drawn, so that anybody can draw again'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS audit_reviews (
  agency_id string NOT NULL COMMENT 'agency',
  audit_id string NOT NULL COMMENT 'sample that the item is of; findings for a finding',
  item_id string NOT NULL COMMENT 'id of the search or finding',
  detector string COMMENT 'rule of a finding; null for a sampled search',
  outcome string NOT NULL COMMENT 'proper, not_proper, cannot_tell or false_alarm',
  note string COMMENT 'why, in words',
  error string COMMENT 'error in the data of a search that a review names, such as wrong_case',
  reviewer string NOT NULL COMMENT 'account of the reviewer, another person than the searcher',
  reviewed_at timestamp NOT NULL COMMENT 'as_of of the load, UTC'
)
USING delta
COMMENT 'what reviewers decided about sampled searches and findings; a later review replaces an earlier one, and both stay'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS incidents (
  incident_id string NOT NULL COMMENT 'id',
  agency_id string NOT NULL COMMENT 'agency',
  occurred_at timestamp NOT NULL COMMENT 'UTC',
  kind string NOT NULL COMMENT 'unauthorised_access, breach or attempt',
  status string NOT NULL COMMENT 'known or suspected',
  summary string NOT NULL COMMENT 'what happened, without names'
)
USING delta
COMMENT 'known or suspected unauthorised access, breach or attempt'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS policy_reviews (
  agency_id string NOT NULL COMMENT 'agency',
  policy_version string NOT NULL COMMENT 'version that was reviewed',
  reviewed_at timestamp NOT NULL COMMENT 'as_of of the review, UTC',
  document string NOT NULL COMMENT 'reference of what the review found',
  principal string NOT NULL COMMENT 'who recorded it'
)
USING delta
COMMENT 'reviews of policies that changed nothing; a new version is a review too'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS policy_versions (
  agency_id string NOT NULL COMMENT 'agency',
  policy_id string NOT NULL COMMENT 'name of the policy',
  policy_version string NOT NULL COMMENT 'SHA-256 of the text, first 16 characters',
  effective_from timestamp NOT NULL COMMENT 'UTC',
  adopted_at timestamp NOT NULL COMMENT 'as_of of the adoption, UTC',
  reviewed_at timestamp NOT NULL COMMENT 'last review, UTC',
  noticed_at timestamp COMMENT 'when the public was told of it, UTC; null where it was not',
  comments_until timestamp COMMENT 'until when the public could comment, UTC; null where it could not',
  emergency string COMMENT 'why it took effect without the notice that the policy asks for; null for the ordinary way',
  principal string NOT NULL COMMENT 'who recorded it',
  text string NOT NULL COMMENT 'the policy file'
)
USING delta
COMMENT 'policies as adopted, with the text that was in force'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS registers (
  register string NOT NULL COMMENT 'name of its contract in schemas/registers, or of the agency\'s own',
  agency_id string NOT NULL COMMENT 'agency',
  entry_key string NOT NULL COMMENT 'values of the key fields, a blank between them',
  event string NOT NULL COMMENT 'put: the fields hold from valid_from to valid_to; end: nothing holds from valid_from on',
  valid_from timestamp NOT NULL COMMENT 'first instant of the change, UTC',
  valid_to timestamp COMMENT 'first instant after it, UTC; null while it holds',
  fields map<string, string> COMMENT 'values by field; instants as ISO 8601, lists with semicolons',
  recorded_at timestamp NOT NULL COMMENT 'as_of of the load, UTC: from then on it was known',
  position int NOT NULL COMMENT 'order within the load, from 0',
  source_digest string NOT NULL COMMENT 'SHA-256 of the file',
  principal string NOT NULL COMMENT 'who loaded it'
)
USING delta
COMMENT 'what loads have changed in the registers of people, bodies and agreements'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);

CREATE TABLE IF NOT EXISTS job_runs (
  run_id string NOT NULL COMMENT 'id of the run: random, or of a step of a night by its now, command and attempt',
  job string NOT NULL COMMENT 'command',
  as_of timestamp NOT NULL COMMENT 'now of the run, UTC',
  agency_id string COMMENT 'agency, where the job serves one',
  principal string NOT NULL COMMENT 'who ran it',
  policy_version string COMMENT 'policy in force',
  outcome string NOT NULL COMMENT 'done, finding, refused or failed',
  exit_code int NOT NULL COMMENT 'as the command line ended',
  counts map<string, bigint> COMMENT 'what was counted',
  details string COMMENT 'JSON: digests, paths and ids of the run',
  duration_ms bigint NOT NULL COMMENT 'elapsed milliseconds',
  attested_by string COMMENT 'what attests the principal: os, airflow or token; stated where the lake has no register of users'
)
USING delta
COMMENT 'the run record of every job'
TBLPROPERTIES (
  'delta.checkpointInterval' = '100',
  'delta.columnMapping.mode' = 'none',
  'delta.dataSkippingStatsColumns' = '',
  'delta.dataSkippingStringPrefixLength' = '64',
  'delta.deletedFileRetentionDuration' = 'interval 1 hours',
  'delta.enableChangeDataFeed' = 'false',
  'delta.enableDeletionVectors' = 'false',
  'delta.enableRowTracking' = 'false',
  'delta.logRetentionDuration' = 'interval 30 days',
  'delta.parquet.format.version' = '2.12.0',
  'delta.setTransactionRetentionDuration' = 'interval 18250 days'
);
