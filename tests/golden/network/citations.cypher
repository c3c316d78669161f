CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
UNWIND [
{id: 'instrument/charter-of-the-united-nations', label: 'Charter of the United Nations', iri: 'https://w3id.org/obligraph/instrument/charter-of-the-united-nations', kind: 'charter', name: 'Charter of the United Nations', read: false, title: ''}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row SET n:Entity:Instrument:Charter;
UNWIND [
{id: 'S/RES/8990(2029)', label: 'S/RES/8990(2029)', iri: 'https://w3id.org/obligraph/S/RES/8990(2029)', kind: 'resolution', name: 'S/RES/8990(2029)', read: false, title: ''},
{id: 'S/RES/8991(2029)', label: 'S/RES/8991(2029)', iri: 'https://w3id.org/obligraph/S/RES/8991(2029)', kind: 'resolution', name: 'S/RES/8991(2029)', read: false, title: ''},
{id: 'S/RES/9001(2030)', label: 'S/RES/9001(2030)', date: date('2030-03-04'), iri: 'https://w3id.org/obligraph/S/RES/9001(2030)', kind: 'resolution', name: 'S/RES/9001(2030)', read: true, title: 'Safe harbours'}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row SET n:Entity:Instrument:Resolution;
UNWIND [
{id: 'instrument/convention-on-safe-harbours', label: 'Convention on Safe Harbours', iri: 'https://w3id.org/obligraph/instrument/convention-on-safe-harbours', kind: 'treaty', name: 'Convention on Safe Harbours', read: false, title: ''}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row SET n:Entity:Instrument:Treaty;
UNWIND [
{source: 'S/RES/9001(2030)', target: 'S/RES/8990(2029)', values: {id: 'S/RES/9001(2030)#S/RES/8990(2029)', acts: ['S/RES/9001(2030)/OP4/act/2', 'S/RES/9001(2030)/PP1/act/1'], date: date('2030-03-04'), provisions: [], uses: ['pursuant-to', 'recalls'], weight: 2}},
{source: 'S/RES/9001(2030)', target: 'S/RES/8991(2029)', values: {id: 'S/RES/9001(2030)#S/RES/8991(2029)', acts: ['S/RES/9001(2030)/PP2/act/1'], date: date('2030-03-04'), provisions: [], uses: ['recalls'], weight: 1}},
{source: 'S/RES/9001(2030)', target: 'instrument/charter-of-the-united-nations', values: {id: 'S/RES/9001(2030)#instrument/charter-of-the-united-nations', acts: ['S/RES/9001(2030)/PP3/act/1'], date: date('2030-03-04'), provisions: ['Charter of the United Nations, Chapter VII'], uses: ['pursuant-to'], weight: 1}},
{source: 'S/RES/9001(2030)', target: 'instrument/convention-on-safe-harbours', values: {id: 'S/RES/9001(2030)#instrument/convention-on-safe-harbours', acts: ['S/RES/9001(2030)/OP2/act/1', 'S/RES/9001(2030)/PP1/act/1'], date: date('2030-03-04'), provisions: ['Convention on Safe Harbours, article 15'], uses: ['in-accordance-with', 'recalls'], weight: 2}}
] AS row
MATCH (a:Entity {id: row.source}) MATCH (b:Entity {id: row.target}) MERGE (a)-[r:CITES {id: row.values.id}]->(b) SET r += row.values;
