BEGIN TRANSACTION;
CREATE TABLE call (
	case_id VARCHAR(40) NOT NULL, 
	token VARCHAR(64) NOT NULL, 
	open INTEGER NOT NULL, 
	PRIMARY KEY (case_id), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id), 
	UNIQUE (token)
);
INSERT INTO "call" VALUES('old_case','old-token',1);
CREATE TABLE draft (
	case_id VARCHAR(40) NOT NULL, 
	serial INTEGER NOT NULL, 
	saved VARCHAR(40) NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (case_id), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id)
);
INSERT INTO "draft" VALUES('old_case',1,'2026-01-31T12:00:00+00:00',X'7B22666F726D6174223A312C22736865657473223A7B7D2C2266696C6573223A7B7D7D');
CREATE TABLE file_bytes (
	case_id VARCHAR(40) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	data BLOB NOT NULL, 
	PRIMARY KEY (case_id, sha256), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id)
);
CREATE TABLE log (
	id INTEGER NOT NULL, 
	case_id VARCHAR(40) NOT NULL, 
	saved VARCHAR(40) NOT NULL, 
	what VARCHAR(20) NOT NULL, 
	number INTEGER, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id)
);
INSERT INTO "log" VALUES(1,'old_case','2026-01-31T12:00:00+00:00','new',NULL,'','');
INSERT INTO "log" VALUES(2,'old_case','2026-01-31T12:00:00+00:00','open_call',NULL,'','');
INSERT INTO "log" VALUES(3,'old_case','2026-01-31T12:00:00+00:00','declined',1,'','tien tekens en meer');
INSERT INTO "log" VALUES(4,'old_case','2026-01-31T12:00:00+00:00','freeze',NULL,'','bijeenkomst');
CREATE TABLE own_case (
	case_id VARCHAR(40) NOT NULL, 
	key_hash VARCHAR(64) NOT NULL, 
	changes INTEGER NOT NULL, 
	size INTEGER NOT NULL, 
	published INTEGER, 
	frozen TEXT, 
	deleted VARCHAR(40), 
	PRIMARY KEY (case_id)
);
INSERT INTO "own_case" VALUES('old_case','3811b7a0db949711160ddd83a05ad0cbf58a7367d6277a704b45fab312557b95',4,35,NULL,'bijeenkomst',NULL);
CREATE TABLE proposal (
	id INTEGER NOT NULL, 
	case_id VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	title TEXT NOT NULL, 
	words TEXT NOT NULL, 
	language VARCHAR(2) NOT NULL, 
	sent VARCHAR(40) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	state VARCHAR(20), 
	reason TEXT NOT NULL, 
	merged_into TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (case_id, number), 
	UNIQUE (case_id, sha256), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id)
);
INSERT INTO "proposal" VALUES(1,'old_case',1,'criterion','Stilte in de nacht','Ik slaap slecht door het laden en lossen.','nl','2026-01-31','d92678a7568ffefc919d34f735c20d6d75796eda8e8a35ef7b8ea3b5a0511a07','declined','tien tekens en meer','');
CREATE TABLE store_format (
	format INTEGER NOT NULL, 
	PRIMARY KEY (format)
);
INSERT INTO "store_format" VALUES(1);
CREATE TABLE version (
	case_id VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	saved VARCHAR(40) NOT NULL, 
	who TEXT NOT NULL, 
	why TEXT NOT NULL, 
	PRIMARY KEY (case_id, number), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id)
);
CREATE TABLE version_file (
	case_id VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	PRIMARY KEY (case_id, number, name), 
	FOREIGN KEY(case_id) REFERENCES own_case (case_id)
);
CREATE INDEX ix_log_case_id ON log (case_id);
COMMIT;
