/**
 * Python for the board: a file system in RAM, `/ram`, that is made the current folder. What is not
 * in it is looked up in the flash, and everything that a program writes goes there; it holds only
 * what was put in from here. `_ram(path, data)` puts a file in.
 */
export const ramFileSystem = `import os,io
try:import vfs
except ImportError:vfs=os
class _Ram:
 def __init__(s):s.f={};s.d=''
 def mount(s,r,m):pass
 def umount(s):pass
 def k(s,p):
  o=[]
  for x in (p if p[:1]=='/' else s.d+'/'+p).split('/'):
   if x=='..':
    if o:o.pop()
   elif x and x!='.':o.append(x)
  return '/'.join(o)
 def chdir(s,p):
  k=s.k(p)
  if not s.stat('/'+k)[0]&0x4000:raise OSError(20)
  s.d=k
 def getcwd(s):return '/'+s.d
 def stat(s,p):
  k=s.k(p)
  if k in s.f:return (0x8000,0,0,0,0,0,len(s.f[k]),0,0,0)
  for n in s.f:
   if not k or n.startswith(k+'/'):return (0x4000,0,0,0,0,0,0,0,0,0)
  return os.stat('/'+k)
 def statvfs(s,p):return os.statvfs('/')
 def ilistdir(s,p):
  k=s.k(p);h={}
  for n in s.f:
   if not k or n.startswith(k+'/'):
    r=n[len(k)+1 if k else 0:].split('/')
    h[r[0]]=(r[0],0x4000,0,0) if len(r)>1 else (r[0],0x8000,0,len(s.f[n]))
  try:
   for e in os.ilistdir('/'+k):
    if e[0] not in h and (k or e[0]!='ram'):h[e[0]]=e
  except OSError:
   if not h:raise
  return iter(list(h.values()))
 def open(s,p,m='r'):
  k=s.k(p)
  if k in s.f:
   for c in 'wax+':
    if c in m:
     d=s.f.pop(k)
     if c!='w':
      with open('/'+k,'wb') as f:f.write(d)
     break
   else:return io.BytesIO(s.f[k]) if 'b' in m else io.StringIO(str(s.f[k],'utf8'))
  return open('/'+k,m)
 def remove(s,p):
  k=s.k(p)
  if k in s.f:del s.f[k]
  else:os.remove('/'+k)
 def rename(s,a,b):
  a=s.k(a);b=s.k(b)
  if a in s.f:s.f[b]=s.f.pop(a)
  else:
   os.rename('/'+a,'/'+b)
   s.f.pop(b,None)
 def mkdir(s,p):os.mkdir('/'+s.k(p))
 def rmdir(s,p):os.rmdir('/'+s.k(p))
_v=_Ram()
vfs.mount(_v,'/ram')
os.chdir('/ram')
`;
